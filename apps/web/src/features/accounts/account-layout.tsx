import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { refusalOf } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { accountIdOf, useAccount } from "./account.ts";
import { AccountHeader } from "./account-header.tsx";
import { AccountTabs, accountTabOf, accountTabs } from "./account-tabs.tsx";
import { useStakeholders } from "./stakeholders/stakeholders.ts";

/** Pages whose feature says itself what was done, with its way back. */
const tabsWithUndo: readonly string[] = ["lifecycle", "tasks"];

interface Props {
  parameter: string;
  /** What stands in the top bar on the page of the account's revenue. */
  period: ReactNode;
  children: ReactNode;
}

/** One account: who it is and where it stands, the bar of its pages, and the page that is open. */
export function AccountLayout({ parameter, period, children }: Props) {
  const query = useAccount(accountIdOf(parameter));
  const { today } = useWorkspace();
  const tab = useLocation({ select: ({ pathname }) => accountTabOf(pathname) });
  const counts = useTabCounts(accountIdOf(parameter));
  const title = query.data?.name ?? "Account";
  const label = accountTabs.find(({ key }) => key === tab)?.label ?? "";
  useEffect(() => {
    document.title = tab === "overview" ? `${title} · Termwise` : `${label} · ${title} · Termwise`;
  }, [title, label, tab]);
  const crumbs = [{ label: "Accounts", to: "/accounts" }];
  if (query.isError && ["NOT_FOUND", "BAD_REQUEST"].includes(refusalOf(query.error).code ?? ""))
    return (
      <Page title="Account" crumbs={crumbs}>
        <Empty
          title="There is no such account."
          actions={
            <Link to="/accounts" className={buttonClass("primary", "large")}>
              Open the list of accounts
            </Link>
          }
        >
          It may have been merged into another, or its import was undone.
        </Empty>
      </Page>
    );
  return (
    <Page title={title} crumbs={crumbs} tools={tab === "revenue" ? period : null}>
      <Loaded query={query} what="This account" skeleton={<Waiting />}>
        {(account) => (
          <>
            <AccountHeader account={account} today={today} />
            <AccountTabs parameter={parameter} counts={counts} />
            {children}
            {!tabsWithUndo.includes(tab) && <UndoToasts />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** How much stands behind the pages where that says something: people who are known, tasks that are open. */
function useTabCounts(accountId: string): Parameters<typeof AccountTabs>[0]["counts"] {
  const people = useStakeholders(accountId, mayI("stakeholders.ofAccount")).data?.people;
  return people ? { stakeholders: people.filter(({ erased }) => !erased).length } : {};
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the account</span>
      <Skeleton className="h-10 w-1/3" />
      <Skeleton className="h-32" />
      <Skeleton className="h-80" />
    </div>
  );
}

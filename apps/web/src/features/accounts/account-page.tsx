import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { refusalOf } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { type Account, accountIdOf, useAccount } from "./account.ts";
import { AccountFigures } from "./account-figures.tsx";
import { ArrOverTime } from "./arr-over-time.tsx";
import { Attributes } from "./attributes.tsx";
import { Contacts } from "./contacts.tsx";
import { ContractLines } from "./contract-lines.tsx";
import { Movements } from "./movements.tsx";

interface Props {
  parameter: string;
  tools: ReactNode;
}

/** One account: what it is, what it is worth and was, what moved it, and its part in NRR. */
export function AccountPage({ parameter, tools }: Props) {
  const query = useAccount(accountIdOf(parameter));
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
    <Page title={query.data?.name ?? "Account"} crumbs={crumbs} tools={tools}>
      <Loaded query={query} what="This account" skeleton={<Waiting />}>
        {(account) => <Content account={account} />}
      </Loaded>
    </Page>
  );
}

function Content({ account }: { account: Account }) {
  const { today } = useWorkspace();
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-lg font-semibold">{account.name}</p>
        <p className="text-xs text-muted">
          {account.parent.accountId && (
            <>
              Part of{" "}
              <Link
                to="/accounts/$accountId"
                params={{ accountId: account.parent.accountId }}
                className="text-link underline"
              >
                {account.parent.name ?? account.parent.accountId}
              </Link>
              .{" "}
            </>
          )}
          {account.records
            .flatMap((record) => Object.entries(record.externalIds))
            .map(([system, id]) => `${system} ${id}`)
            .join(", ")}
        </p>
      </div>
      <AccountFigures account={account} />
      <div className="grid items-start gap-4 @[62.5rem]/page:grid-cols-[minmax(0,1fr)_296px]">
        <div className="flex min-w-0 flex-col gap-4">
          <ArrOverTime account={account} through={today} />
          <Movements account={account} today={today} />
          <ContractLines account={account} today={today} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Attributes account={account} />
          {mayI("contacts.ofAccount") && <Contacts account={account} />}
        </div>
      </div>
    </div>
  );
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

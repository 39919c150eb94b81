import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import type { Callable } from "@termwise/core/access";
import { useEffect, useRef } from "react";
import { count } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";

/** The pages of one account. */
export type AccountTab =
  | "overview"
  | "usage-health"
  | "lifecycle"
  | "timeline"
  | "stakeholders"
  | "handoff"
  | "revenue"
  | "renewals"
  | "tasks"
  | "plays";

interface Tab {
  key: AccountTab;
  label: string;
  to: LinkProps["to"] & `/accounts/$accountId${string}`;
  /** What the page asks the server for: who may not call it does not see the tab. */
  needs: Callable;
}

/** Every page of an account, in the order of the bar. */
export const accountTabs: readonly Tab[] = [
  { key: "overview", label: "Overview", to: "/accounts/$accountId", needs: "accounts.one" },
  {
    key: "usage-health",
    label: "Usage × health",
    to: "/accounts/$accountId/usage-health",
    needs: "health.account",
  },
  {
    key: "lifecycle",
    label: "Lifecycle",
    to: "/accounts/$accountId/lifecycle",
    needs: "lifecycle.account",
  },
  {
    key: "stakeholders",
    label: "Stakeholders",
    to: "/accounts/$accountId/stakeholders",
    needs: "stakeholders.ofAccount",
  },
  { key: "handoff", label: "Handoff", to: "/accounts/$accountId/handoff", needs: "handoffs.one" },
  { key: "timeline", label: "Timeline", to: "/accounts/$accountId/timeline", needs: "journal.ofAccount" },
  { key: "revenue", label: "Revenue", to: "/accounts/$accountId/revenue", needs: "accounts.one" },
  { key: "renewals", label: "Renewals", to: "/accounts/$accountId/renewals", needs: "lifecycle.account" },
  { key: "tasks", label: "Tasks", to: "/accounts/$accountId/tasks", needs: "tasks.list" },
  { key: "plays", label: "Plays", to: "/accounts/$accountId/plays", needs: "plays.ofAccount" },
];

/** Which page of an account an address is. */
export function accountTabOf(pathname: string): AccountTab {
  const last = pathname.split("/")[3] ?? "";
  return accountTabs.find(({ key }) => key === last)?.key ?? "overview";
}

/** What a page of the account is about stays with the reader from page to page; sorting and open panels do not. */
const goesAlong = ["asof", "period", "cur"];

interface Props {
  parameter: string;
  counts: Partial<Record<AccountTab, number>>;
}

/** The bar of an account's pages: links, with how much stands behind each where that says something. */
export function AccountTabs({ parameter, counts }: Props) {
  const bar = useRef<HTMLElement>(null);
  const here = useLocation({ select: ({ pathname }) => accountTabOf(pathname) });
  useEffect(() => {
    const open = bar.current?.querySelector(`[data-tab=${here}]`);
    if (bar.current && open instanceof HTMLElement)
      bar.current.scrollLeft = open.offsetLeft - (bar.current.clientWidth - open.offsetWidth) / 2;
  }, [here]);
  return (
    <nav
      ref={bar}
      aria-label="Account"
      data-account-tabs=""
      className="no-print sticky top-12 z-10 -mx-4 overflow-x-auto border-b border-line bg-canvas px-4 [scrollbar-width:none] lg:-mx-6 lg:px-6"
    >
      <ul className="flex gap-5">
        {accountTabs
          .filter(({ needs }) => mayI(needs))
          .map(({ key, label, to }) => (
            <li key={key} data-tab={key} className="flex-none">
              <Link
                to={to}
                params={{ accountId: parameter }}
                search={(was: Record<string, unknown>) =>
                  Object.fromEntries(Object.entries(was).filter(([name]) => goesAlong.includes(name)))
                }
                activeOptions={{ exact: true, includeSearch: false }}
                activeProps={{ className: "border-accent font-medium text-fg!" }}
                inactiveProps={{ className: "border-transparent" }}
                resetScroll={false}
                className="flex h-9 items-center gap-1.5 border-b-2 text-xs whitespace-nowrap text-muted hover:text-fg focus-visible:-outline-offset-2 pointer-coarse:h-11"
              >
                {label}
                {counts[key] !== undefined && (
                  <span className="num text-2xs text-subtle">{count(counts[key])}</span>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

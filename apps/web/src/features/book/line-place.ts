import type { Callable } from "@termwise/core/access";
import { mayI } from "../../lib/who.ts";
import type { QueueLine } from "./book.ts";

/** The page of an account for each place something is dealt with, and what it asks the server for. */
const pages = {
  handoff: { to: "/accounts/$accountId/handoff", needs: "handoffs.one" },
  lifecycle: { to: "/accounts/$accountId/lifecycle", needs: "lifecycle.account" },
  renewals: { to: "/accounts/$accountId/renewals", needs: "lifecycle.account" },
  tasks: { to: "/accounts/$accountId/tasks", needs: "tasks.list" },
  timeline: { to: "/accounts/$accountId/timeline", needs: "journal.ofAccount" },
  stakeholders: { to: "/accounts/$accountId/stakeholders", needs: "stakeholders.ofAccount" },
  health: { to: "/accounts/$accountId/usage-health", needs: "health.account" },
  plays: { to: "/accounts/$accountId/plays", needs: "plays.runs" },
  overview: { to: "/accounts/$accountId", needs: "accounts.one" },
} as const satisfies Record<QueueLine["place"], { to: string; needs: Callable }>;

/** The page of an account where something about a line is done; the account's first page where one may not read that. */
export function pageOf(place: QueueLine["place"]) {
  const { to, needs } = pages[place];
  return mayI(needs) ? to : pages.overview.to;
}

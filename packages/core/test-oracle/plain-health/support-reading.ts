import type { JournalOf, TicketSeverity } from "../../src/facts/index.ts";
import type { HealthPolicy } from "../../src/health/policy.ts";
import { isOpenOn, ticketsOn } from "../../src/health/support-reading.ts";
import { addDays } from "../../src/kernel/index.ts";
import { type FoundInput, type HealthCase, type MadeReading, madeOf, thousandths } from "./health-case.ts";

/** What a ticket of each severity weighs. */
const weights: Readonly<Record<TicketSeverity, number>> = { low: 1, normal: 2, high: 5, urgent: 8 };

/** The load at which nothing is left of the points. */
const fullLoad = 20;

/**
 * Support load: the weight of what is open, half the weight of what was solved of the last four weeks, against the load
 * that leaves nothing. Full where nothing is open and nothing was, which is known only where tickets come in at all.
 */
export function supportReading(
  { record, told, on }: HealthCase,
  policy: Pick<HealthPolicy, "carriedDays">,
): MadeReading | null {
  if (told.ticketsSince === null || told.ticketsSince > on) return null;
  const tickets = ticketsOn(record, on);
  const open = tickets.filter((ticket) => isOpenOn(ticket, on));
  const recent = tickets.filter((ticket) => !isOpenOn(ticket, on) && ticket.effectiveOn > addDays(on, -28));
  const load = (of: readonly JournalOf<"support_ticket">[]) =>
    of.reduce(
      (sum, { entry }) =>
        sum + weights[entry.severity] + (entry.escalated ? 3 : 0) + (entry.reopened ? 1 : 0),
      0,
    );
  const sum = load(open) + load(recent) / 2;
  const input: FoundInput = {
    what: "tickets",
    text:
      open.length + recent.length === 0
        ? "Nothing is open, and nothing was opened in four weeks"
        : `${open.length} ${open.length === 1 ? "ticket" : "tickets"} open, ${recent.length} solved of those opened in four weeks: a load of ${sum} of ${fullLoad}`,
    on,
    share: thousandths(fullLoad - sum, fullLoad),
    weight: 1,
  };
  return madeOf("support_load", on, [input], policy);
}

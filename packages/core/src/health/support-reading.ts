import { entriesOf, type JournalOf, type TicketSeverity } from "../facts/index.ts";
import { addDays, type Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { type FoundInput, type HealthCase, type MadeReading, madeOf, thousandths } from "./health-case.ts";
import type { HealthPolicy } from "./policy.ts";

/** What a ticket of each severity weighs. */
const weights: Readonly<Record<TicketSeverity, number>> = { low: 1, normal: 2, high: 5, urgent: 8 };

/** The load at which nothing is left of the points. */
const fullLoad = 20;

/** The tickets of a customer that were opened by a day. */
export function ticketsOn(record: CustomerRecord, on: Day): JournalOf<"support_ticket">[] {
  return entriesOf(record.journal, "support_ticket").filter(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
}

/** Whether a ticket is open at the end of a day. */
export const isOpenOn = ({ entry }: JournalOf<"support_ticket">, on: Day): boolean =>
  entry.solvedAt === null || entry.solvedAt.slice(0, 10) > on;

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

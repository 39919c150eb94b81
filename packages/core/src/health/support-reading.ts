import { entriesBy, type JournalOf, type TicketSeverity } from "../facts/index.ts";
import { addDays, type Day, epochDay } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { decided, type FoundLine, foundLine, thousandths } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";

/** What a ticket of each severity weighs. */
const weights: Readonly<Record<TicketSeverity, number>> = { low: 1, normal: 2, high: 5, urgent: 8 };

/** The load at which nothing is left of the points. */
const fullLoad = 20;

/** The tickets of a customer that were opened by a day. */
export function ticketsOn(record: CustomerRecord, on: Day): JournalOf<"support_ticket">[] {
  return entriesBy(record.journal, "support_ticket", on);
}

/** Whether a ticket is open at the end of a day. */
export const isOpenOn = ({ entry }: JournalOf<"support_ticket">, on: Day): boolean =>
  entry.solvedAt === null || entry.solvedAt.slice(0, 10) > on;

const loadOf = ({ entry }: JournalOf<"support_ticket">): number =>
  weights[entry.severity] + (entry.escalated ? 3 : 0) + (entry.reopened ? 1 : 0);

/**
 * Support load: the weight of what is open, half the weight of what was solved of the last four weeks, against the load
 * that leaves nothing. Full where nothing is open and nothing was, which is known only where tickets come in at all.
 */
export function supportReading({ record, told, on }: HealthCase): readonly FoundLine[] | null {
  if (told.ticketsSince === null || told.ticketsSince > on) return null;
  const since = addDays(on, -28);
  let [open, recent, halves] = [0, 0, 0];
  for (const ticket of ticketsOn(record, on)) {
    if (isOpenOn(ticket, on)) {
      open++;
      halves += 2 * loadOf(ticket);
    } else if (ticket.effectiveOn > since) {
      recent++;
      halves += loadOf(ticket);
    }
  }
  const share = thousandths(fullLoad - halves / 2, fullLoad);
  const line = { on: epochDay(on), share, weight: 1 };
  return decided([foundLine("tickets", "load", [open, recent, halves, fullLoad], line)]);
}

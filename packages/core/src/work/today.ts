import { entriesOf, type JournalFact } from "../facts/index.ts";
import { type AccountId, type Day, daysBetween, earlier } from "../kernel/index.ts";
import { evidenceLines } from "./lines/evidence-lines.ts";
import { handoffLines } from "./lines/handoff-lines.ts";
import { healthLines } from "./lines/health-lines.ts";
import { peopleLines } from "./lines/people-lines.ts";
import { renewalLines } from "./lines/renewal-lines.ts";
import { taskLines } from "./lines/task-lines.ts";
import { queueKinds } from "./names.ts";
import { sidesOf } from "./own-book.ts";
import type { QueueAsked, QueueCase, QueueLine } from "./queue-line.ts";
import { type Rank, rankOf } from "./rank.ts";

/** An account in the today queue: its most pressing line, what else is open, and its rank with every factor. */
export interface QueueCard {
  readonly accountId: AccountId;
  readonly name: string;
  /** Minor units. */
  readonly arr: bigint;
  readonly rank: Rank;
  readonly line: QueueLine;
  readonly more: readonly QueueLine[];
}

const sources = [handoffLines, taskLines, healthLines, renewalLines, evidenceLines, peopleLines] as const;
const kinds = Object.keys(queueKinds);

/** What somebody put off or is done with, by subject: the day it comes back. */
function putOff(journal: readonly JournalFact[], by: string | null): ReadonlyMap<string, Day> {
  return new Map(
    entriesOf(journal, "queue_snooze")
      .filter((fact) => fact.withdrawn === null && fact.by === by)
      .map(({ entry }) => [entry.subject, entry.until]),
  );
}

/**
 * The days that make an account urgent: those to the line's deadline or the renewal, whichever is nearer; of an account at
 * risk those to the renewal. What is to be done there is due within hours at each of them, and told nothing apart.
 */
function urgentIn(line: QueueLine, one: QueueCase, today: Day): number | null {
  if (one.health === null || one.health.atRiskSince === null) return daysTo(line, one, today);
  return one.renewalOn === null ? null : daysBetween(today, one.renewalOn);
}

/** Days to a line's deadline or the renewal, whichever is nearer; null: there is neither. */
function daysTo({ deadline }: QueueLine, { renewalOn }: QueueCase, today: Day): number | null {
  const nearer =
    deadline !== null && renewalOn !== null ? earlier(deadline, renewalOn) : (deadline ?? renewalOn);
  return nearer === null ? null : daysBetween(today, nearer);
}

/** Every reason to turn to a customer today, the most pressing first, without what the asker put off or is done with. */
export function linesOf(one: QueueCase, asked: QueueAsked): QueueLine[] {
  const sides = sidesOf(one.record, asked.isMine, asked.today);
  const off = putOff(one.record.journal, asked.by);
  const hidden = ({ subject }: QueueLine) => (off.get(subject) ?? asked.today) > asked.today;
  const days = (line: QueueLine) => daysTo(line, one, asked.today) ?? Number.POSITIVE_INFINITY;
  // What has passed presses equally: by how much it did decides only between lines of a kind.
  const left = (line: QueueLine) => Math.max(0, days(line));
  return sources
    .flatMap((source) => source(one, asked))
    .filter((line) => (line.side === null || sides.includes(line.side)) && !hidden(line))
    .sort(
      (a, b) =>
        (left(a) === left(b) ? 0 : left(a) - left(b)) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (days(a) === days(b) ? 0 : days(a) - days(b)) ||
        (a.subject < b.subject ? -1 : 1),
    );
}

/** The card of a customer; null: there is nothing to do about it today. */
function cardOf(one: QueueCase, asked: QueueAsked): QueueCard | null {
  const [line, ...more] = linesOf(one, asked);
  if (!line) return null;
  const { arr, currency, name, record } = one;
  const risk = one.health?.risk ?? undefined;
  const rank = rankOf({ arr, currency, days: urgentIn(line, one, asked.today), risk });
  return { accountId: record.accountId, name, arr, rank, line, more };
}

/** Accounts of a queue by rank, the highest first, of equals the one by name; those without a rank last. */
export function inRank<
  Ranked extends Pick<QueueCard, "accountId" | "name"> & { readonly rank: Pick<Rank, "weight"> | null },
>(accounts: readonly Ranked[]): Ranked[] {
  const weight = ({ rank }: Ranked): bigint => rank?.weight ?? -1n;
  return accounts.toSorted((a, b) =>
    weight(a) === weight(b)
      ? a.name.localeCompare(b.name, "en") || (a.accountId < b.accountId ? -1 : 1)
      : weight(a) > weight(b)
        ? -1
        : 1,
  );
}

/** What to do next, for whom and why: one card for each customer that needs it, ranked (term `today-queue`). */
export function todayQueue(cases: readonly QueueCase[], asked: QueueAsked): QueueCard[] {
  return inRank(cases.flatMap((one) => cardOf(one, asked) ?? []));
}

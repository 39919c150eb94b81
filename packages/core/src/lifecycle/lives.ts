import { type ContractLine, entriesOf } from "../facts/index.ts";
import { addDays, type Currency, type Day, earlier, later } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";

/**
 * A life as a customer: from when it was won until the day it was lost. What belongs to it is on record after
 * `after`, the day an earlier life ended (null: it is the first).
 */
export interface Life {
  readonly after: Day | null;
  /** The first day it was Won; null: something of it is on record, but it is not won. */
  readonly wonOn: Day | null;
  /** The day of the churn movement; null: it is a customer. */
  readonly lostOn: Day | null;
  /** ARR lost with it, in minor units of each currency. */
  readonly lost: readonly { readonly currency: Currency; readonly amount: bigint }[];
}

/** Where the ledger says a life began and ended. */
function ledgerLives({ movements }: CustomerRecord) {
  const lives: { began: Day; lostOn: Day | null; lost: { currency: Currency; amount: bigint }[] }[] = [];
  const open = new Set<string>();
  for (const { kind, on, currency, amount, balance } of movements) {
    const life = lives.at(-1);
    if (open.size === 0 && kind !== "churn") lives.push({ began: on, lostOn: null, lost: [] });
    if (balance > 0n) open.add(currency);
    else open.delete(currency);
    if (kind === "churn" && life) {
      // Of several currencies the last one to end ends the life.
      life.lost.push({ currency, amount: -amount });
      if (open.size === 0) life.lostOn = on;
    }
  }
  return lives;
}

const isContract = (line: ContractLine): boolean => line.lineKind !== "one_time";

/**
 * The lives of a customer on a day, the first one first. A life is won when a deal was closed as won and its contract
 * signed; a contract that has begun was signed, and where no deal is on record at all it stands for the deal too.
 */
export function livesOn(record: CustomerRecord, on: Day): Life[] {
  const movements = record.movements.filter((movement) => movement.on <= on);
  const known = ledgerLives({ ...record, movements });
  const spans: Omit<Life, "wonOn">[] = known.map(({ lostOn, lost }, index) => ({
    after: known[index - 1]?.lostOn ?? null,
    lostOn,
    lost,
  }));
  const last = spans.at(-1);
  // What is on record since the last loss may be the beginning of another life.
  if (last === undefined || last.lostOn !== null)
    spans.push({ after: last?.lostOn ?? null, lostOn: null, lost: [] });
  // The day of the loss is the lost life's whole: what follows it begins on the next day.
  const begun = spans.filter(({ after }) => after === null || after < on);
  const deals = entriesOf(record.journal, "deal_closed").filter(({ effectiveOn }) => effectiveOn <= on);
  const lines = record.lines.filter(isContract);
  return begun.flatMap((span): Life[] => {
    const within = (day: Day) =>
      (span.after === null || day >= span.after) && (span.lostOn === null || day < span.lostOn);
    const ownDeals = deals.filter(({ effectiveOn }) => within(effectiveOn));
    const ownLines = lines.filter(({ startsOn }) => within(startsOn));
    const won = wonDay(ownDeals, ownLines, on);
    const wonOn = won !== null && span.after !== null ? later(won, addDays(span.after, 1)) : won;
    return wonOn === null && ownDeals.length === 0 ? [] : [{ ...span, wonOn }];
  });
}

type Deal = ReturnType<typeof entriesOf<"deal_closed">>[number];

function wonDay(deals: readonly Deal[], lines: readonly ContractLine[], on: Day): Day | null {
  const firstOf = (days: readonly Day[]) => [...days].filter((day) => day <= on).sort()[0] ?? null;
  const begun = firstOf(lines.map(({ startsOn }) => startsOn));
  const lineSigned = firstOf(
    lines.flatMap(({ signedOn, startsOn }) => (signedOn && signedOn <= startsOn ? signedOn : [])),
  );
  const dealSigned = firstOf(deals.flatMap(({ entry }) => entry.signedOn ?? []));
  const closed = firstOf(deals.map(({ effectiveOn }) => effectiveOn));
  const signed = [lineSigned, dealSigned].reduce((a, b) => (a && b ? earlier(a, b) : (a ?? b)), begun);
  if (closed === null) return lineSigned ?? begun;
  const agreed = signed === null ? null : later(closed, signed);
  return agreed !== null && begun !== null ? earlier(agreed, begun) : (agreed ?? begun);
}

/** The life an account has on a day: the last one; null where nothing is on record. */
export function lifeOn(record: CustomerRecord, on: Day): Life | null {
  return livesOn(record, on).at(-1) ?? null;
}

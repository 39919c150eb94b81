import { ReadingColumns } from "@termwise/core/health";
import type { AccountId, Day } from "@termwise/core/kernel";
import { type Database, loadMeasurements, type Measurement } from "@termwise/db";
import { breath } from "../breath.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { type BookScores, type ScoredWeek, scoredWeek } from "./scored.ts";
import { readingsKept } from "./stored-parts.ts";

/** A measurement whose readings are held: its row among them, null where it is of before lines were told of. */
interface HeldWeek extends ScoredWeek {
  readonly row: number | null;
  readonly model: string;
  readonly version: number;
}

/** The readings of the last weeks of a workspace. */
interface Held {
  readonly to: Day;
  readonly columns: ReadingColumns;
  readonly weeks: Map<AccountId, Map<Day, HeldWeek>>;
  /** Of whom all is held that belongs to one state of the scores. */
  readonly whole: { of: number; readonly customers: Set<AccountId> };
}

/** Measurements are never changed, so what was read of them once is read of them for good. */
const held = new WeakMap<Database, Map<string, Held>>();

/** Customers whose measurements are read at once: some ten megabytes of them. */
const atOnce = 400;

/** Milliseconds somebody who asks waits for readings; whoever asks next goes on where it stopped. */
const patience = 4_000;

const isSame = (a: ScoredWeek["score"], b: ScoredWeek["score"]): boolean =>
  a?.low === b?.low && a?.high === b?.high;

/**
 * The readings that some customers were scored by in some weeks, as they were stored: read once, and held until other weeks
 * are asked about. `rowOf` gives the row of a week; null where it was not measured. `left`: how many customers were not come
 * to while somebody waits.
 */
export async function heldReadings(
  termwise: Termwise,
  customers: readonly AccountId[],
  { ends, readings, weeksOf }: Pick<BookScores, "ends" | "readings" | "weeksOf">,
) {
  const [from, to] = [ends[0]!, ends.at(-1)!];
  const spaces = held.get(termwise.db) ?? new Map<string, Held>();
  held.set(termwise.db, spaces);
  const before = spaces.get(termwise.workspaceId);
  const now: Held =
    before?.to === to
      ? before
      : {
          ...{ to, columns: new ReadingColumns(), weeks: new Map() },
          whole: { of: readings, customers: new Set() },
        };
  spaces.set(termwise.workspaceId, now);
  const knows = (id: AccountId, { week, score }: ScoredWeek) =>
    score === null || isSame(now.weeks.get(id)?.get(week)?.score ?? null, score);
  const { whole } = now;
  if (whole.of !== readings) {
    whole.of = readings;
    whole.customers.clear();
  }
  const missing = customers.filter((id) => {
    if (whole.customers.has(id)) return false;
    if (weeksOf(id).some((week) => !knows(id, week))) return true;
    whole.customers.add(id);
    return false;
  });
  const { ofAccount } = customerRecords(await termwise.books());
  const parts = new Map<AccountId, AccountId[]>();
  for (const { accountId } of (await termwise.books()).known.now.accounts) {
    const customer = ofAccount(accountId);
    parts.set(customer, [...(parts.get(customer) ?? []), accountId]);
  }
  const keep = (measured: Measurement) => {
    const [id, { week, model, version }] = [ofAccount(measured.accountId), measured];
    const scored = weeksOf(id).find((one) => one.week === week);
    const one = scoredWeek(week, measured);
    // Of records that were merged the one that stands is held.
    if (!scored || !isSame(scored.score, one.score) || knows(id, scored)) return;
    const read = readingsKept(measured);
    const own = now.weeks.get(id) ?? new Map<Day, HeldWeek>();
    own.set(week, { ...one, model, version, row: read && now.columns.add(read) });
    now.weeks.set(id, own);
  };
  const began = performance.now();
  let at = 0;
  for (; at < missing.length && performance.now() - began < patience; at += atOnce) {
    const accountIds = missing.slice(at, at + atOnce).flatMap((id) => parts.get(id) ?? [id]);
    for (const one of await termwise.read((tx) => loadMeasurements(tx, { accountIds, from, to }))) keep(one);
    await breath();
  }
  return {
    columns: now.columns,
    left: Math.max(0, missing.length - at),
    rowOf: (id: AccountId, scored: ScoredWeek): HeldWeek | null => {
      const found = now.weeks.get(id)?.get(scored.week);
      return found && isSame(found.score, scored.score) ? found : null;
    },
  };
}

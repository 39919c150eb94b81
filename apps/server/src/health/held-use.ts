import { UseColumns, type UseOfDay, type UseView } from "@termwise/core/health";
import { type AccountId, addDays, type Day, daysBetween, type WorkspaceId } from "@termwise/core/kernel";
import { type Database, dayStamps, loadAccountUse, loadUseByDay } from "@termwise/db";
import { breath } from "../breath.ts";
import { rowsSince } from "../events/pack-months.ts";
import type { Termwise } from "../termwise.ts";

/** The use of a workspace as it is held, and which transaction last counted any on each day of it. */
interface Held {
  readonly columns: UseColumns;
  readonly stamps: Map<Day, string | null>;
  /** Ends when who asked before has read what was missing. */
  busy: Promise<void>;
}

/** What was counted on a day is changed only by counting more on it, which says so. */
const held = new WeakMap<Database, Map<WorkspaceId, Held>>();

/** Days that are held: those a week is measured from and red flags are looked for in, and some more. */
const daysHeld = 126;
/** Days of accounts that are read in one statement: nobody waits long for their text to be read. */
const atOnce = 50_000;
/** Accounts whose packed months are read in one statement. */
const accountsAtOnce = 1_000;

/**
 * The use of everybody on some days: read once, and a day again when more was counted on it, by this server or another. Null
 * where the days reach further back than is held, or are kept elsewhere.
 */
export async function heldUse(
  termwise: Pick<Termwise, "db" | "workspaceId" | "read" | "today" | "books">,
  days: { readonly from: Day; readonly to: Day },
): Promise<UseView | null> {
  const today = termwise.today();
  const since = addDays(today, 1 - daysHeld);
  if (termwise.db.usage || days.from < since || days.to > today) return null;
  const spaces = held.get(termwise.db) ?? new Map<WorkspaceId, Held>();
  held.set(termwise.db, spaces);
  const own = spaces.get(termwise.workspaceId) ?? {
    ...{ columns: new UseColumns(), stamps: new Map<Day, string | null>() },
    busy: Promise.resolve(),
  };
  spaces.set(termwise.workspaceId, own);
  const work = own.busy.catch(() => {}).then(() => readMissing(termwise, own, { since, ...days }));
  own.busy = work;
  await work;
  return own.columns.view(days);
}

type Source = Parameters<typeof heldUse>[0];

async function readMissing(
  termwise: Source,
  { columns, stamps }: Held,
  { since, from, to }: Record<"since" | "from" | "to", Day>,
): Promise<void> {
  for (const on of stamps.keys())
    if (on < since) {
      columns.drop(on);
      stamps.delete(on);
    }
  const put = (days: readonly Day[], found: readonly UseOfDay[], known: ReadonlyMap<Day, string>) => {
    const used = new Map(found.map((use) => [use.on, use]));
    for (const on of days) {
      const use = used.get(on);
      if (use) columns.put(use);
      else columns.drop(on);
      stamps.set(on, known.get(on) ?? null);
    }
  };
  const now = await termwise.read((tx) => dayStamps(tx, { from, to }));
  const missing = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter(
    (on) => stamps.get(on) !== (now.get(on) ?? null),
  );
  if (missing.length === 0) return;
  const accountIds = (await termwise.books()).known.now.accounts.map(({ accountId }) => accountId);
  const rows = rowsSince(termwise.today());
  const packed = missing.filter((on) => on < rows);
  // What is counted while it is read has another stamp than the one from before.
  if (packed.length > 0) put(packed, await ofPackedMonths(termwise, accountIds, packed), now);
  const length = Math.max(1, Math.floor(atOnce / Math.max(1, accountIds.length)));
  for (let at = packed.length; at < missing.length; at += length) {
    const some = missing.slice(at, at + length);
    put(some, await termwise.read((tx) => loadUseByDay(tx, some)), now);
    await breath();
  }
}

/** The use of days that are packed by now: months of accounts are read one after the other. */
async function ofPackedMonths(
  { read }: Source,
  accountIds: readonly AccountId[],
  days: readonly Day[],
): Promise<UseOfDay[]> {
  const found = new Map(days.map((on) => [on, { on, accountIds: [] as AccountId[], sums: [] as number[] }]));
  for (let at = 0; at < accountIds.length; at += accountsAtOnce) {
    const some = accountIds.slice(at, at + accountsAtOnce);
    const asked = { accountIds: some, from: days[0]!, to: days.at(-1)! };
    for (const [accountId, own] of await read((tx) => loadAccountUse(tx, asked)))
      for (const { on, users, logins, uses, features } of own) {
        const ofDay = found.get(on);
        ofDay?.accountIds.push(accountId);
        ofDay?.sums.push(users ?? 0, logins ?? 0, uses ?? 0, features ?? 0);
      }
    await breath();
  }
  return [...found.values()];
}

import type { AccountId, Instant } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type AccountKey, findAccountsOf, storeAccountKeys } from "./account-keys.ts";
import { addDailyUse } from "./add-daily-use.ts";
import { findKeysOfPersons } from "./persons.ts";
import { type QueuedUse, takeQueued, usesOf } from "./queued-uses.ts";
import { noteReopened } from "./reopened-days.ts";
import type { StoredUse } from "./stored-use.ts";
import { letWait, takeWoken, type WaitingUse } from "./waiting-uses.ts";

/** How many uses were counted, and how many wait for their account. */
export interface CountedUses {
  readonly counted: number;
  readonly waiting: number;
}

/** What one transaction counted; `more`: as many as are taken at once were there, so there may be others. */
export interface CountedAtOnce extends CountedUses {
  readonly more: boolean;
}

/**
 * Takes uses from the queue and counts those whose account is known on their days; the others are to be looked at by
 * {@link countWoken}. Under the usage lane. Where days are kept in another store, what was counted goes into the outbox.
 */
export async function countQueued(tx: WorkspaceTransaction): Promise<CountedAtOnce> {
  const { uses, more } = await takeQueued(tx);
  const keyed = await withKeys(tx, uses);
  const accounts = await findAccountsOf(
    tx,
    keyed.map(({ key }) => key),
  );
  const { counted } = await settle(
    tx,
    keyed,
    ({ key }) => accounts.get(key),
    () => null,
  );
  return { counted, waiting: 0, more };
}

/**
 * Counts uses that are to be looked at where `find` knows their account or their user's account is known; the others wait
 * for it. Otherwise as {@link countQueued}.
 */
export async function countWoken(
  tx: WorkspaceTransaction,
  { find, at }: { find: (keys: readonly string[]) => readonly AccountKey[]; at: Instant },
): Promise<CountedAtOnce> {
  const { uses, more } = await takeWoken(tx);
  const keyed = await withKeys(tx, uses);
  const keys = new Set(keyed.map(({ key }) => key));
  const known = await findAccountsOf(tx, keys);
  const unknown = new Set([...keys].filter((key) => !known.has(key)));
  await storeAccountKeys(tx, find([...unknown]), { by: null, at });
  const users = keyed.filter(({ key }) => unknown.has(key)).map(userKey);
  const others = await findAccountsOf(tx, [...unknown, ...users]);
  const settled = await settle(
    tx,
    keyed,
    (use) => known.get(use.key) ?? others.get(use.key) ?? others.get(userKey(use)),
    ({ key }) => key,
  );
  return { ...settled, more };
}

interface KeyedUse extends QueuedUse {
  /** What its account depends on: its group, else its user's, else the user's domain, else the user. */
  readonly key: string;
}

const userKey = ({ row: [, userId] }: QueuedUse): string => `user:${userId}`;

async function withKeys(tx: WorkspaceTransaction, uses: readonly QueuedUse[]): Promise<KeyedUse[]> {
  const alone = uses.filter(({ row: [groupId] }) => groupId === "");
  const persons = await findKeysOfPersons(
    tx,
    alone.map(({ row: [, userId] }) => userId),
  );
  return uses.map((use) => {
    const [groupId, userId] = use.row;
    return { ...use, key: groupId === "" ? (persons.get(userId) ?? userKey(use)) : `group:${groupId}` };
  });
}

async function settle(
  tx: WorkspaceTransaction,
  uses: readonly KeyedUse[],
  accountOf: (use: KeyedUse) => AccountId | undefined,
  waitsFor: (use: KeyedUse) => string | null,
): Promise<CountedUses> {
  const [counted, waiting]: [StoredUse[], WaitingUse[]] = [[], []];
  for (const use of uses) {
    const accountId = accountOf(use);
    if (accountId === undefined) {
      waiting.push({ ...use, waitingFor: waitsFor(use) });
      continue;
    }
    const [, userId, feature, activity, on, times] = use.row;
    counted.push({ accountId, on, userId, feature: feature === "" ? null : feature, activity, uses: times });
  }
  await noteReopened(tx, counted);
  await addDailyUse(tx, counted);
  await letWait(tx, waiting);
  return {
    counted: counted.reduce((sum, use) => sum + use.uses, 0),
    waiting: usesOf(waiting.map(({ row }) => row)),
  };
}

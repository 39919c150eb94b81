import {
  countQueued,
  inWorkspace,
  loadNewKeys,
  loadWaitingKeys,
  storeAccountKeys,
  tryUsageLane,
  wakeWaiting,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { accountFinder } from "./find-accounts.ts";

/** How many uses were taken from the queue, and how many of them wait for their account. */
export interface Counted {
  readonly counted: number;
  readonly waiting: number;
}

const nothing = { counted: 0, waiting: 0, more: false };

/**
 * Counts queued uses of a workspace on the days of their accounts, some thousands in one transaction: each leaves the
 * queue in the transaction that counts it. Does nothing while another server is at it.
 */
async function countOnce(termwise: Termwise): Promise<Counted & { readonly more: boolean }> {
  const keys = await termwise.read(loadNewKeys);
  const found = keys.length === 0 ? [] : accountFinder(await termwise.books())(keys);
  return inWorkspace(termwise.db, termwise.workspaceId, async (tx) => {
    if (!(await tryUsageLane(tx))) return nothing;
    await storeAccountKeys(tx, found, { by: null, at: termwise.now() });
    return countQueued(tx);
  });
}

/** Counts until nothing is left but what waits for its account. */
export async function countAllUses(termwise: Termwise): Promise<Counted> {
  let [counted, waiting] = [0, 0];
  for (;;) {
    const once = await countOnce(termwise);
    counted += once.counted;
    waiting += once.waiting;
    if (!once.more) return { counted, waiting };
  }
}

/** Looks again for the accounts that uses wait for: accounts may have come, and users may have been told of. */
export async function lookAgain(termwise: Termwise): Promise<void> {
  const keys = await termwise.read(loadWaitingKeys);
  if (keys.length === 0) return;
  const found = accountFinder(await termwise.books())(keys);
  await termwise.write(async (tx) => {
    await storeAccountKeys(tx, found, { by: null, at: termwise.now() });
    await wakeWaiting(tx);
  });
}

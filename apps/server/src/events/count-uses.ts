import {
  anyWoken,
  type CountedAtOnce,
  type CountedUses,
  countQueued,
  countWoken,
  inWorkspace,
  loadWaitingKeys,
  storeAccountKeys,
  tryUsageLane,
  type WorkspaceTransaction,
  wakeWaiting,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { accountFinder } from "./find-accounts.ts";

/**
 * Counts uses of a workspace on the days of their accounts until nothing is left but what waits for its account. Accounts
 * are looked for only where a key comes that none is known for.
 */
export async function countAllUses(termwise: Termwise): Promise<CountedUses> {
  const { counted } = await countAll(termwise, countQueued);
  if (!(await termwise.read(anyWoken))) return { counted, waiting: 0 };
  const looking = { find: accountFinder(await termwise.books()), at: termwise.now() };
  const looked = await countAll(termwise, (tx) => countWoken(tx, looking));
  return { counted: counted + looked.counted, waiting: looked.waiting };
}

const nothing: CountedAtOnce = { counted: 0, waiting: 0, more: false };

/**
 * Some thousands in one transaction: each use leaves where it stood in the transaction that counts it. Does nothing while
 * another server is at it.
 */
async function countAll(
  { db, workspaceId }: Termwise,
  count: (tx: WorkspaceTransaction) => Promise<CountedAtOnce>,
): Promise<CountedUses> {
  let [counted, waiting] = [0, 0];
  for (;;) {
    const once = await inWorkspace(db, workspaceId, async (tx) =>
      (await tryUsageLane(tx)) ? count(tx) : nothing,
    );
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

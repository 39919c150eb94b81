import {
  addReceipt,
  type DeadLetter,
  findRawKeeping,
  learnPersons,
  settleDeadLetters,
  storeEvents,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { checkBatch } from "./check-event.ts";
import { type Dialect, dialects } from "./event.ts";

/** What became of dead letters that were read again: taken in, known already, or still not to be taken in. */
export interface Replayed {
  readonly stored: number;
  readonly duplicate: number;
  readonly dead: number;
}

/**
 * Reads dead letters again, as if they came now. What can be taken in leaves the dead letters and is counted as stored
 * (or as a duplicate of what came since), so that received = stored + duplicate + dead goes on to hold.
 */
export async function replayLetters(
  tx: WorkspaceTransaction,
  letters: readonly DeadLetter[],
  { termwise, timeZone, requestId }: { termwise: Termwise; timeZone: string; requestId: string },
): Promise<Replayed> {
  const [now, keeping] = [termwise.now(), await findRawKeeping(tx)];
  const told = { stored: 0, duplicate: 0, dead: 0 };
  const bySource = new Map<string, { stored: number; duplicate: number }>();
  for (const letter of letters) {
    const { sourceId } = letter;
    const dialect = dialects.find((known): known is Dialect => known === letter.dialect);
    const rules = { sourceId, timeZone, today: termwise.today(), ...keeping };
    const batch = { dialect: dialect ?? "segment", sentAt: null, events: [letter.body] };
    const { events, persons } = checkBatch({ ...batch, receivedAt: letter.receivedAt }, rules);
    if (events.length === 0) {
      told.dead += 1;
      continue;
    }
    const [settled] = await settleDeadLetters(tx, [letter.id], { settlement: "replayed", at: now });
    if (settled === undefined) continue;
    const { stored } = await storeEvents(tx, sourceId, { events, receivedAt: letter.receivedAt });
    await learnPersons(tx, persons);
    const became = stored.size > 0 ? "stored" : "duplicate";
    told[became] += 1;
    const of = bySource.get(sourceId) ?? { stored: 0, duplicate: 0 };
    bySource.set(sourceId, { ...of, [became]: of[became] + 1 });
  }
  for (const [sourceId, { stored, duplicate }] of bySource)
    await addReceipt(
      tx,
      { sourceId, requestId: `replay ${requestId}`, at: now },
      { received: 0, stored, duplicate, dead: -(stored + duplicate), differing: 0 },
    );
  return told;
}

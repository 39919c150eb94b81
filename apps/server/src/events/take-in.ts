import {
  addDeadLetters,
  addReceipt,
  type EventCounts,
  inWorkspace,
  learnPersons,
  storeEvents,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { checkBatch, type EventRules } from "./check-event.ts";
import type { ReceivedBatch } from "./event.ts";

/**
 * Takes in a batch in one transaction: events that are new, what they say of users, dead letters, and the receipt of it
 * all. When it resolves, everything is committed; when it throws, nothing is, and the same batch may be sent again.
 */
export async function takeIn(
  termwise: Termwise,
  batch: ReceivedBatch,
  { rules, requestId }: { rules: EventRules; requestId: string },
): Promise<EventCounts> {
  const { events, persons, letters, repeated } = checkBatch(batch, rules);
  const { sourceId } = rules;
  return inWorkspace(
    termwise.db,
    termwise.workspaceId,
    async (tx) => {
      const { receivedAt } = batch;
      const { stored, differing } = await storeEvents(tx, sourceId, { events, receivedAt });
      await learnPersons(tx, persons);
      const dead = await addDeadLetters(tx, letters, receivedAt);
      const counts: EventCounts = {
        received: batch.events.length,
        stored: stored.size,
        duplicate: batch.events.length - stored.size - dead,
        dead,
        differing: differing + repeated.differing,
      };
      if (counts.received > 0) await addReceipt(tx, { sourceId, requestId, at: receivedAt }, counts);
      return counts;
    },
    { brief: true },
  );
}

import { addDeadLetters, type EventCounts, inWorkspace, learnPersons, storeEvents } from "@termwise/db";
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
  const { receivedAt } = batch;
  const received = batch.events.length;
  if (received === 0) return { received, stored: 0, duplicate: 0, dead: 0, differing: 0 };
  return inWorkspace(
    termwise.db,
    termwise.workspaceId,
    async (tx) => {
      await learnPersons(tx, persons);
      const dead = await addDeadLetters(tx, letters, receivedAt);
      const delivery = { sourceId, requestId, receivedAt, at: receivedAt };
      return storeEvents(tx, delivery, { events, received, dead, differing: repeated.differing });
    },
    { brief: true },
  );
}

import {
  addDeadLetters,
  type Delivery,
  type EventCounts,
  inWorkspace,
  learnPersons,
  storeEvents,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { type CheckedBatch, checkBatch, type EventRules } from "./check-event.ts";
import type { ReceivedBatch } from "./event.ts";

/** A batch that was checked, of a source and a request. */
export interface IncomingBatch
  extends CheckedBatch,
    Pick<Delivery, "requestId" | "receivedAt" | "received"> {}

/** Checks a batch event by event. */
export function incoming(batch: ReceivedBatch, rules: EventRules, requestId: string): IncomingBatch {
  const { receivedAt, events } = batch;
  return { ...checkBatch(batch, rules), requestId, receivedAt, received: events.length };
}

/**
 * Takes in batches of a source in one transaction: events that are new, what they say of users, dead letters, and the
 * receipt of each. When it resolves, everything is committed; when it throws, nothing is, and the same batches may be
 * sent again.
 */
export async function takeIn(
  termwise: Termwise,
  sourceId: string,
  batches: readonly IncomingBatch[],
): Promise<EventCounts[]> {
  return inWorkspace(
    termwise.db,
    termwise.workspaceId,
    async (tx) => {
      await learnPersons(
        tx,
        batches.flatMap(({ persons }) => persons),
      );
      const deliveries: Delivery[] = [];
      for (const { events, letters, repeated, received, requestId, receivedAt } of batches) {
        const dead = await addDeadLetters(tx, letters, receivedAt);
        const { differing } = repeated;
        deliveries.push({ requestId, receivedAt, at: receivedAt, events, received, dead, differing });
      }
      return storeEvents(tx, sourceId, deliveries);
    },
    { brief: true },
  );
}

import type { EventCounts } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Target, target } from "../security/target.ts";
import { countAllUses } from "./count-uses.ts";
import { incoming, takeIn } from "./take-in.ts";
import { type EventSource, eventSource } from "./testing.ts";

/** Events of few ids, so that they come again and again, with one content or another; some cannot be taken in. */
const event = fc.record({
  type: fc.constantFrom("track", "track", "track", "alias", "trick"),
  messageId: fc.integer({ min: 1, max: 9 }).map((n) => `m${n}`),
  userId: fc.constantFrom("ada", "ben"),
  event: fc.constantFrom("Report Exported", "Board Opened"),
  context: fc.constant({ groupId: "M1" }),
});
const batches = fc.array(fc.array(event, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

eachEngine((on) => {
  describe("batches that are taken in together", () => {
    let server: Target;
    beforeAll(async () => {
      server = await target(await on.open());
    });

    const comes = (source: EventSource, sent: readonly (readonly unknown[])[], from: number) => {
      const { termwise, sourceId } = source;
      const [today, receivedAt] = [termwise.today(), termwise.now()];
      const rules = { sourceId, timeZone: "UTC", today, rawDays: 90, droppedBefore: null };
      const checked = sent.map((events, at) =>
        incoming({ dialect: "segment", sentAt: null, events, receivedAt }, rules, `request ${from + at}`),
      );
      return takeIn(termwise, sourceId, checked);
    };

    const kept = async (source: EventSource) => {
      await countAllUses(source.termwise);
      const uses = await source.uses();
      return {
        counts: await source.counts(),
        uses: uses.map(({ userId, feature, uses: times }) => [userId, feature, times]),
      };
    };

    it("become what they become one after the other, and each is told what became of its own", async () => {
      await fc.assert(
        fc.asyncProperty(batches, batches, async (before, after) => {
          const [one, all] = [await eventSource(server), await eventSource(server)];
          const told: { one: EventCounts[]; all: EventCounts[] } = { one: [], all: [] };
          for (const [from, sent] of [
            [0, before],
            [before.length, after],
          ] as const) {
            for (const [at, events] of sent.entries())
              told.one.push(...(await comes(one, [events], from + at)));
            told.all.push(...(await comes(all, sent, from)));
          }
          expect(told.all).toEqual(told.one);
          expect(await kept(all)).toEqual(await kept(one));
        }),
        { numRuns: 5 },
      );
    });
  });
});

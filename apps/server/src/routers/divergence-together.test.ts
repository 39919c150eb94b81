import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "../testing.ts";

let looks = 0;
let looksLeft = Number.POSITIVE_INFINITY;
/** Each look at the clock is a second later; it breaks when it has no looks left. */
const clock = {
  now: () => {
    looks += 1;
    looksLeft -= 1;
    if (looksLeft < 0) throw new Error("The clock is broken.");
    return instant(new Date(Date.UTC(2026, 10, 21, 9, 0, looks)).toISOString());
  },
};

eachEngine((on) => {
  describe("handling a divergence", () => {
    let api: Opened["api"];
    beforeAll(async () => {
      ({ api } = await openedDemo(on, { clock }));
    });

    /** Handles a divergence again and again, each time with one more look at the clock, until it is taken. */
    async function brokenOff(how: Parameters<Opened["api"]["divergence"]["handle"]>[0]["how"]) {
      const { lines } = await api.divergence.report({ pageSize: 2_000 });
      const line = lines.find(({ handling }) => handling === null);
      if (!line) throw new Error("Every divergence is handled.");
      const { accountId, subject } = line;
      const made = async () =>
        (await api.journal.ofAccount({ accountId, kinds: ["task", "divergence_handling"] })).entries.length +
        (await api.journal.rules({ kinds: ["agenda_item"] })).entries.length;
      const before = await made();
      const left: number[] = [];
      for (let many = 0; many < 40; many++) {
        looksLeft = many;
        const done = await api.divergence.handle({ accountId, subject, how }).then(
          () => true,
          () => false,
        );
        looksLeft = Number.POSITIVE_INFINITY;
        if (done) return { left, made: (await made()) - before };
        left.push((await made()) - before);
      }
      throw new Error("It was never taken.");
    }

    it("leaves the task and the handling behind together or neither, wherever it breaks off", async () => {
      const { left, made } = await brokenOff({ action: "fix_source", owner: "Kim" });
      expect(left.length).toBeGreaterThan(2);
      expect(left.filter((entries) => entries !== 0)).toEqual([]);
      expect(made).toBe(2);
    });

    it("leaves the agenda item and the handling behind together or neither", async () => {
      const { left, made } = await brokenOff({ action: "agenda", reason: "It means two things here." });
      expect(left.filter((entries) => entries !== 0)).toEqual([]);
      expect([1, 2]).toContain(made);
    });
  });
});

import { AccountId, addDays, type Day, instant } from "@termwise/core/kernel";
import { addDailyUse, loadAccountUse, type StoredUse, sealMonths } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Termwise } from "../termwise.ts";
import { opened } from "../testing.ts";
import { tellOf } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { heldUse } from "./held-use.ts";

const accounts = ["acc_north", "acc_gone", "acc_unknown"].map((id) => AccountId.parse(id));
const begin = "2026-05-05" as Day;

eachEngine((on) => {
  describe("the use that is held of everybody", () => {
    const clock = { at: instant(`${begin}T08:00:00Z`), now: () => clock.at };
    let whole: Termwise;
    beforeAll(async () => {
      const store = await opened(await on.open(), { clock });
      await tellOf(store)(plainCompany);
      whole = await store.house.termwise(store.house.first);
    });
    const count = (uses: readonly StoredUse[]) => whole.write((tx) => addDailyUse(tx, uses));
    const use = (day: Day, accountId = accounts[0]!): StoredUse => ({
      ...{ accountId, userId: "ada", feature: "reports", activity: "use", on: day, uses: 1 },
    });

    it("is what is stored, whatever comes late, is packed meanwhile and however the days go on", async () => {
      const counted = fc.record({
        accountId: fc.constantFrom(...accounts),
        userId: fc.constantFrom("", "ada", "ben"),
        feature: fc.constantFrom(null, "reports"),
        activity: fc.constantFrom("use", "login"),
        back: fc.integer({ min: 0, max: 110 }),
        uses: fc.integer({ min: 1, max: 2 ** 34 }),
      });
      const step = fc.record({
        later: fc.integer({ min: 0, max: 12 }),
        counted: fc.array(counted, { maxLength: 12 }),
        packed: fc.boolean(),
        length: fc.integer({ min: 1, max: 120 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
          for (const { later, counted: uses, packed, length } of steps) {
            clock.at = instant(`${addDays(whole.today(), later)}T08:00:00Z`);
            const to = whole.today();
            await count(uses.map(({ back, ...one }) => ({ ...one, on: addDays(to, -back) })));
            const old = addDays(to, -20);
            if (packed) while ((await whole.write((tx) => sealMonths(tx, old))) > 0);
            const days = { from: addDays(to, -length), to };
            const held = await heldUse(whole, days);
            const stored = await whole.read((tx) => loadAccountUse(tx, { accountIds: null, ...days }));
            for (const id of accounts.slice(0, 2)) expect(held?.of(id)).toEqual(stored.get(id) ?? []);
          }
        }),
        { numRuns: 8 },
      );
    });

    it("is read again on days more was counted on, and on no others", async () => {
      let reads = 0;
      const told: Termwise = {
        ...whole,
        read: (work) => {
          reads++;
          return whole.read(work);
        },
      };
      const to = whole.today();
      const days = { from: addDays(to, -30), to };
      const readsOf = async () => {
        reads = 0;
        const held = await heldUse(told, days);
        return { reads, uses: held?.of(accounts[0]!).findLast((day) => day.on === to)?.uses ?? 0 };
      };
      const { uses } = await readsOf();
      expect(await readsOf()).toEqual({ reads: 1, uses });
      await count([use(to)]);
      expect(await readsOf()).toEqual({ reads: 2, uses: uses + 1 });
      expect(await readsOf()).toEqual({ reads: 1, uses: uses + 1 });
      await count([use(addDays(to, -31))]);
      expect(await readsOf()).toEqual({ reads: 1, uses: uses + 1 });
    });

    it("does not change in the hands of whoever took it", async () => {
      const to = whole.today();
      const days = { from: addDays(to, -5), to };
      const before = await heldUse(whole, days);
      const then = before?.of(accounts[0]!);
      await count([use(to), use(addDays(to, -4))]);
      const after = await heldUse(whole, days);
      expect(before?.of(accounts[0]!)).toEqual(then);
      expect(after?.of(accounts[0]!)).not.toEqual(then);
    });

    it("is not there for days that are long over: these are looked up by account", async () => {
      const to = whole.today();
      expect(await heldUse(whole, { from: addDays(to, -126), to })).toBeNull();
      expect(await heldUse(whole, { from: addDays(to, -125), to })).not.toBeNull();
    });
  });
});

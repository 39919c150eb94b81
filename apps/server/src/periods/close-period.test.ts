import { FxRate } from "@termwise/core/facts";
import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { bySystem } from "../auth/acting.ts";
import { type Opened, opened } from "../testing.ts";
import { added, at, closingOf, more, tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

let now = instant("2026-07-05T08:00:00Z");

eachEngine((on) => {
  describe("a close and currencies", () => {
    let store: Opened;
    let beforeAnyLine: string;
    beforeAll(async () => {
      now = instant("2026-07-05T08:00:00Z");
      store = await opened(await on.open(), { clock: { now: () => now } });
      await store.api.workspace.change({ reportingCurrency: "USD" });
      beforeAnyLine = await told(store.api.periods.close({ period: "2026-Q1" }));
      expect((await store.api.periods.check({ period: "2026-Q1" })).closable).toBe(false);
      await tellOf(store)({ ...plainCompany, lines: at(plainCompany.lines, "2026-01-02T00:00:00Z") });
      await store.api.periods.close({ period: "2026-Q2" });
    });

    it("is refused where no contract line is known, whatever currency the workspace reports in", () => {
      expect(beforeAnyLine).toContain("There are no contract lines to close");
    });

    it("rates recorded later are a cause of their own, and without one it says what is missing", async () => {
      const lines = more({ account: "euro", arr: "1000", from: "2026-01-01", currency: "EUR" });
      now = instant("2026-10-02T08:00:00Z");
      await tellOf(store)({ lines: at(lines, now) });
      const unknown = await store.api.periods.restatement({ number: 1 });
      expect([unknown.bridge, unknown.reason]).toEqual([null, expect.stringContaining("No EUR to USD rate")]);
      expect(await told(store.api.periods.close({ period: "2026-Q3" }))).toContain("No EUR to USD rate");
      expect((await store.api.periods.check({ period: "2026-Q3" })).closable).toBe(false);
      const rate = (value: string) =>
        FxRate.parse({
          kind: "fx_rate",
          base: "EUR",
          quote: "USD",
          rate: value,
          effectiveOn: "2020-01-01",
          source: { system: "late", key: "EUR" },
          recordedAt: now,
        });
      await tellOf(store)({ fxRates: [rate("1.1")] });
      expect(await store.api.periods.close({ period: "2026-Q3" })).toMatchObject({ number: 2 });
      now = instant("2026-10-09T08:00:00Z");
      await tellOf(store)({ fxRates: [rate("1.2")] });
      const found = await added(store, 2);
      expect(closingOf(found)).toEqual({ currency: "10000" });
      expect(found.rates[0]?.text).toBe("1 EUR is 1.1 → 1.2 USD from 2020-01-01");
      expect(await told(store.api.periods.reopen({ number: 1, reason: "Earlier" }))).toContain(
        "Reopen No. 2 first",
      );
    });

    it("is told to the audit log, with who did it", async () => {
      const { entries } = await store.api.audit.list({});
      expect(
        entries.filter(({ action }) => action.startsWith("period_")).map(({ action }) => action),
      ).toEqual(["period_closed", "period_closed"]);
    });
  });

  describe("a close while others write", () => {
    it("takes what was committed before it, and nothing of what comes after: of one instant, whatever the order", async () => {
      now = instant("2026-07-05T08:00:00Z");
      const store = await opened(await on.open(), { clock: { now: () => now } });
      const tell = tellOf(store);
      await tellOf(store)({ ...plainCompany, lines: at(plainCompany.lines, "2026-01-02T00:00:00Z") });
      const writers = Array.from({ length: 12 }, (_, i) => {
        const lines = more({ account: `w${i}`, arr: "100", from: "2026-05-01" });
        // Each believes to write at the moment of the close.
        return () => tell({ lines: at(lines, now) });
      });
      const all = [
        ...writers.slice(0, 6),
        () => store.api.periods.close({ period: "2026-Q2" }),
        ...writers.slice(6),
      ];
      await Promise.all(all.map((work) => work()));
      const { view } = await store.api.periods.one({ number: 1 });
      const found = await store.api.periods.restatement({ number: 1 });
      const of = (measure: string) => found.bridge?.find((row) => row.measure === measure);
      expect(found.causes?.find(({ cause }) => cause === "calculation")).toMatchObject({ accounts: 0 });
      expect(of("closing")?.reported).toBe(view.bridge.closing);
      expect(of("closing")?.restated).toBe(String(10_200_000 + 12 * 10_000));
      const late = found.causes?.find(({ cause }) => cause === "late_data");
      expect(late?.closing).toBe(of("closing")?.difference);
    });

    it("two who close at once: one succeeds, the other is told", async () => {
      now = instant("2026-07-05T08:00:00Z");
      const store = await opened(await on.open(), { clock: { now: () => now } });
      await tellOf(store)(plainCompany);
      const twice = await Promise.all([1, 2].map(() => told(store.api.periods.close({ period: "2026-Q2" }))));
      expect(twice.sort()).toEqual([
        "2026-Q2 is closed already, as No. 1. Reopen it first, with a reason, to close it again",
        "done",
      ]);
      await store.termwise.rebuild(bySystem(now));
      expect(await store.api.periods.verify({ number: 1 })).toMatchObject({ holds: true });
    });
  });
});

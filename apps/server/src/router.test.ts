import { Currency, day, instant } from "@termwise/core/kernel";
import { type MetricTerm, metrics } from "@termwise/core/retention";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "./testing.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const terms = Object.keys(metrics) as MetricTerm[];

eachEngine((on) => {
  describe("every figure of the demo company", () => {
    let api: Opened["api"];
    beforeAll(async () => {
      ({ api } = await openedDemo(on, { clock }));
    });

    it.each([
      {},
      { filters: { segment: ["Enterprise"] } },
      { period: "2026-Q3", policy: { winback: "all" as const } },
      { policy: { fx: "reported" as const } },
      { period: "2026-03-05..2026-07-19", policy: { nrrMethod: "renewals_due" as const } },
      { asOf: day("2026-06-30") },
    ])("adds up from its contributors exactly, under %o", async (scope) => {
      for (const term of terms) {
        const answer = await api.metrics.contributors({ ...scope, term, pageSize: 500 });
        const sum = answer.rows.reduce((total, row) => total + BigInt(row.numerator), 0n);
        expect([term, answer.rows.length]).toEqual([term, answer.count]);
        expect([term, String(sum)]).toEqual([term, answer.figure.numerator]);
        expect([term, answer.matches]).toEqual([term, true]);
      }
    });

    it("as of a day tells of nothing recorded after it, not even of how fresh it is", async () => {
      const figure = await api.metrics.value({ term: "nrr", period: "2026-Q1", asOf: day("2026-06-30") });
      expect(figure.freshAt).toMatch(/^2026-0[1-6]/);
    });

    it("is the same in the overview, alone, and as the last closed point of its series", async () => {
      const overview = await api.retention.overview({});
      for (const tile of Object.values(overview.figures)) {
        const term = tile.figure.term as MetricTerm;
        expect(await api.metrics.value({ term })).toEqual(tile.figure);
        expect(tile.series.filter((point) => !point.open).at(-1)?.value).toBe(tile.figure.value);
      }
    });

    it("has steps of the bridge whose accounts add up to the step, and a bridge that closes", async () => {
      const bridge = await api.retention.bridge({ filters: { segment: ["Mid-market"] } });
      expect(bridge.unexplained).toBe("0");
      for (const step of bridge.steps) {
        const { total, count } = await api.metrics.contributors({
          term: "arr",
          step: `bridge:${step.step}` as "bridge:new",
          filters: { segment: ["Mid-market"] },
        });
        expect([step.step, total.numerator, count]).toEqual([step.step, step.amount, step.accounts]);
      }
    });

    it("has reasons in the steps of the bridge, and groups, that their accounts add up to", async () => {
      const scope = { period: "ttm:2026-10", policy: { fx: "reported" as const } };
      const bridge = await api.retention.bridge({ ...scope, by: "segment", compare: "prior-year" });
      expect(bridge).toMatchObject({ openFrom: null, audit: { unexplained: "0", suspects: [] } });
      expect(bridge.compare?.closing).toBe(bridge.opening);
      for (const { step, amount, reasons } of bridge.steps) {
        const whole = reasons.reduce((sum, one) => sum + BigInt(one.amount), 0n);
        if (reasons.length > 0) expect([step, String(whole)]).toEqual([step, amount]);
        const [reason] = reasons;
        if (!reason) continue;
        const asked = { ...scope, term: "arr", step: `bridge:${step}:${reason.reason}` } as const;
        const { total, matches } = await api.metrics.contributors(asked as never);
        expect([total.numerator, matches]).toEqual([reason.amount, true]);
      }
      expect(bridge.steps.find(({ step }) => step === "churn")?.reasons.length).toBeGreaterThan(2);
      const sum = (of: (group: (typeof bridge.groups)[number]) => string) =>
        String(bridge.groups.reduce((total, group) => total + BigInt(of(group)), 0n));
      expect([sum((view) => view.opening), sum((view) => view.closing)]).toEqual([
        bridge.opening,
        bridge.closing,
      ]);
      const [first] = bridge.groups;
      const closing = await api.metrics.contributors({
        ...scope,
        term: "arr",
        step: "bridge:closing",
        filters: { segment: [first?.value ?? ""] },
      });
      expect([closing.total.numerator, closing.matches]).toEqual([first?.closing, true]);
    });

    it("UX-31: says from which day a period is not closed", async () => {
      expect(await api.retention.bridge({ period: "2026-Q4" })).toMatchObject({ openFrom: "2026-11-01" });
    });

    it("tells the members behind each cell of a cohort, which make it up", async () => {
      const asked = { by: "segment", age: "year" } as const;
      const { cohorts } = await api.retention.cohorts(asked);
      for (const { cohort, cells } of cohorts.slice(0, 2)) {
        const [cell] = cells.slice(-1);
        if (!cell) continue;
        const told = await api.retention.cohortAccounts({ ...asked, cohort, at: cell.age });
        const sum = (of: "arr" | "base") =>
          String(told.outcomes.reduce((total, one) => total + BigInt(one[of]), 0n));
        expect([told.matches, sum("arr"), sum("base")]).toEqual([true, cell.arr, cell.base]);
        expect(told.outcomes.reduce((total, one) => total + one.accounts, 0)).toBe(cell.members);
      }
      await expect(api.retention.cohortAccounts({ ...asked, cohort: "Nobody", at: 0 })).rejects.toThrow(
        "There is no such cohort",
      );
    });

    it("UX-31: cohorts have the age that is going on when it is asked for, marked, and not otherwise", async () => {
      const open = async (of: boolean) =>
        (await api.retention.cohorts({ by: "quarter", open: of })).cohorts.flatMap(({ cells }) =>
          cells.filter((cell) => cell.open).map(({ on }) => on),
        );
      expect(await open(false)).toEqual([]);
      expect(new Set(await open(true))).toEqual(new Set(["2026-11-21"]));
    });

    it("is under each policy side by side what it is when asked for under that policy alone", async () => {
      const rows = await api.retention.policies({ period: "2026-Q2" });
      expect(new Set(rows.map(({ policy }) => JSON.stringify(policy))).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(20);
      for (const { policy, figures } of rows.filter((_, i) => i % 5 === 0))
        for (const figure of figures) {
          const term = figure.term as MetricTerm;
          expect(await api.metrics.value({ term, period: "2026-Q2", policy })).toEqual(figure);
        }
    });

    it("lists movements that add up to the bridge, and as booked where a rate is missing", async () => {
      const period = "2026-Q2";
      const [{ rows }, bridge] = [
        await api.retention.movements({ period }),
        await api.retention.bridge({ period }),
      ];
      const net = rows.reduce((sum, row) => sum + BigInt(row.amount ?? 0), 0n);
      expect(net).toBe(BigInt(bridge.closing) - BigInt(bridge.opening));
      const pages = [1, 2, 3].map((page) =>
        api.retention.movements({ period, sort: "-size", pageSize: 20, page }),
      );
      const ids = (await Promise.all(pages)).flatMap((page) => page.rows.map((row) => row.movementId));
      expect(new Set(ids).size).toBe(Math.min(60, rows.length));
      const named = await api.retention.movements({ period, search: rows[0]?.name ?? "" });
      expect(named.rows.map((row) => row.movementId)).toContain(rows[0]?.movementId);
      expect([named.count, named.found]).toEqual([rows.length, named.rows.length]);
      const told = await api.retention.movements({ period, currency: Currency.parse("JPY") });
      expect(told.rows.length).toBeGreaterThanOrEqual(rows.length);
      expect(new Set(told.rows.map((row) => row.amount))).toEqual(new Set([null]));
      expect(told.rows.every((row) => row.booked.amount !== "0")).toBe(true);
    });

    it("breaks down into parts that add up to the whole", async () => {
      for (const term of ["nrr", "grr", "arr", "logo-retention"] as const) {
        const { all, rows } = await api.metrics.breakdown({ term, by: "segment" });
        const sum = (of: "numerator" | "denominator") =>
          String(rows.reduce((total, row) => total + BigInt(row.figure[of] ?? 0), 0n));
        expect(sum("numerator")).toBe(all.numerator);
        if (all.denominator !== null) expect(sum("denominator")).toBe(all.denominator);
      }
    });

    it("lists accounts whose ARR adds up to the ARR figure of the day", async () => {
      const list = await api.accounts.list({ on: day("2026-10-31"), pageSize: 500 });
      const arr = await api.metrics.value({ term: "arr", period: "2026-10" });
      const opening = await api.metrics.value({ term: "arr", period: "2026-10", policy: { fx: "reported" } });
      expect(list.rows.length).toBe(list.total);
      expect(list.totals.arr).toBe(opening.value);
      expect(arr.contributors).toBe(list.totals.accounts);
    });

    it("lists accounts in the order asked for, what is not known last either way, equals by name", async () => {
      for (const sort of ["renewalOn", "-renewalOn"] as const) {
        const { rows } = await api.accounts.list({ sort, pageSize: 500 });
        const days = rows.flatMap(({ renewalOn }) => renewalOn ?? []);
        const ascending = days.toSorted();
        expect(days).toEqual(sort === "renewalOn" ? ascending : ascending.toReversed());
        expect(days.length).toBeLessThan(rows.length);
        expect(rows.slice(days.length).every(({ renewalOn }) => renewalOn === null)).toBe(true);
        const unknown = rows.slice(days.length).map(({ name }) => name);
        expect(unknown).toEqual(unknown.toSorted(new Intl.Collator("en").compare));
      }
    });

    it("refuses what it cannot read, with the remedy and without inventing a figure", async () => {
      await expect(api.metrics.value({ term: "nrr", period: "2026-Q9" })).rejects.toThrow(
        /is not a period. Write 2026-09/,
      );
      await expect(api.retention.cohorts({ by: "month", period: "9999-12" })).rejects.toThrow(
        "Ask for a period between 1900-01-01 and 2076-11-21: 9999-12 is not",
      );
      await expect(
        api.metrics.value({
          term: "nrr",
          policy: { nrrMethod: "all_movements", grrMethod: "running_floor" },
        }),
      ).rejects.toMatchObject({
        code: "BAD_REQUEST",
        message: expect.stringContaining("all_movements goes with all_losses"),
      });
      expect(await api.metrics.value({ term: "nrr", period: "2001" })).toMatchObject({
        value: null,
        reason: expect.stringMatching(/No ARR/),
      });
    });
  });
});

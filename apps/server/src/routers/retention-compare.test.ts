import { day, instant, rational } from "@termwise/core/kernel";
import { policyPresets } from "@termwise/core/retention";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const onPaper = (texts: readonly (string | null)[]) =>
  texts.reduce((sum, text) => sum + BigInt((text ?? "0").replace(".", "")), 0n);
const terms = ["nrr", "grr", "logo-retention", "opening-arr", "closing-cohort-arr"] as const;

describe("retention held against other ways to count", () => {
  // Nothing here is stored: what the engines keep is the same, and is held by the tests of the store.
  const on = testEngine("embedded");
  let store: Opened;
  let api: Opened["api"];
  beforeAll(async () => {
    store = await openedDemo(on, { clock });
    api = store.api;
  });

  describe("retention counted several ways", () => {
    it("tells each preset's figures as they are told when they are asked for by its choices", async () => {
      for (const { id, policy } of policyPresets) {
        const { ways } = await api.retention.compare({ ways: [{ preset: id }] });
        const [way] = ways;
        expect(way?.fault, id).toBeNull();
        for (const { figure } of way?.figures.slice(0, 2) ?? [])
          expect(figure, `${id} ${figure.term}`).toEqual(
            await api.metrics.value({ term: figure.term as "nrr", policy }),
          );
        // The same under the preset's name: what a figure's accounts are asked by.
        expect(await api.metrics.value({ term: "nrr", preset: id })).toEqual(way?.figures[0]?.figure);
      }
    });

    it("names accounts whose effects add up to each difference, digit by digit, and who together are the sums", async () => {
      for (const preset of ["billing-tool", "renewals-due", "parent-roll-up", "reported-fx"] as const) {
        const { ways } = await api.retention.compare({ ways: [{ preset }] });
        for (const [i, term] of terms.entries()) {
          const { difference, accounts } = ways[0]?.figures[i] ?? {};
          const told = await api.retention.differences({ way: { preset }, term, pageSize: 500 });
          expect([told.difference, told.count], `${preset} ${term}`).toEqual([difference, accounts]);
          expect(onPaper(told.rows.map(({ effect }) => effect))).toBe(onPaper([difference ?? null]));
          const change = (of: "numerator" | "denominator") =>
            told.rows.reduce((sum, row) => sum + BigInt(row.b[of]) - BigInt(row.a[of]), 0n);
          const sum = (of: "numerator" | "denominator") => BigInt(told.b[of] ?? 0) - BigInt(told.a[of] ?? 0);
          expect([change("numerator"), change("denominator")]).toEqual([
            sum("numerator"),
            sum("denominator"),
          ]);
        }
      }
    });

    it("explains a pair of methods that do not go together, and shows the others all the same", async () => {
      const { ways, figures } = await api.retention.compare({
        ways: [
          { policy: { nrrMethod: "all_movements", grrMethod: "cohort_losses" } },
          { preset: "whole-book" },
        ],
      });
      expect(ways.map(({ fault }) => fault)).toEqual([
        expect.stringMatching(/all_movements goes with all_losses.*GRR above NRR/),
        null,
      ]);
      expect(figures).toHaveLength(5);
    });

    it("finds accounts by name, in any order, page by page", async () => {
      const ask = { way: { preset: "billing-tool" }, term: "nrr", sort: "effect", pageSize: 3 } as const;
      const [one, two] = [
        await api.retention.differences(ask),
        await api.retention.differences({ ...ask, page: 2 }),
      ];
      const effects = [...one.rows, ...two.rows].map(({ effect }) => Number(effect));
      expect(effects).toEqual(effects.toSorted((a, b) => a - b));
      const [row] = one.rows;
      const found = await api.retention.differences({ ...ask, search: row?.name.toUpperCase() ?? "" });
      expect([found.rows[0], found.count]).toEqual([row, one.count]);
    });

    it("tells someone who sees their own accounts of no other", async () => {
      const csm = await demoPerson(store.house, "csm");
      const own = store.apiAs(csm);
      const { rows: mine } = await own.accounts.list({ pageSize: 500 });
      const seen = new Set<string>(mine.map(({ accountId }) => accountId));
      for (const preset of ["billing-tool", "parent-roll-up"] as const) {
        const { rows } = await own.retention.differences({ way: { preset }, pageSize: 500 });
        expect(rows.filter(({ accountId }) => !seen.has(accountId))).toEqual([]);
      }
      const { all } = await own.retention.segments({});
      expect(all.accounts).toBeLessThan((await api.retention.segments({})).all.accounts);
    });
  });

  describe("segments", () => {
    it("are the figures of the filtered book, and add up to the whole", async () => {
      for (const by of [["segment"], ["region", "tier"]] as const) {
        const table = await api.retention.segments({ by: [...by] });
        const sum = table.rows.reduce((total, { opening }) => total + BigInt(opening), 0n);
        expect(String(sum)).toBe(table.all.opening);
        expect(table.rows.reduce((total, { accounts }) => total + accounts, 0)).toBe(table.all.accounts);
        for (const row of table.rows.slice(0, 3)) {
          const filters = Object.fromEntries(by.map((dimension, i) => [dimension, [row.values[i] ?? ""]]));
          for (const [rate, term] of [
            ["nrr", "nrr"],
            ["grr", "grr"],
            ["logo", "logo-retention"],
          ] as const)
            expect(row.rates[rate].value).toBe((await api.metrics.value({ term, filters })).value);
          const steps = await api.metrics.contributors({ term: "nrr", filters, step: "cohort:churn" });
          const { n, d } = rational(BigInt(steps.total.numerator) * 1_000_000n, BigInt(row.opening));
          expect(Math.abs(Number(row.rates.churn.value) * 1_000_000 - Number(n) / Number(d))).toBeLessThan(1);
          const series = await api.metrics.series({ term: "nrr", filters });
          expect(row.series).toEqual(series.map(({ value }) => value));
        }
      }
    });

    it("split a change into rates and mix that add up as printed, and tell few accounts without a change", async () => {
      const { splits, rows, figures } = await api.retention.segments({ by: ["segment", "region"] });
      for (const split of Object.values(splits)) {
        const parts = split?.parts.flatMap(({ rate, mix }) => [rate, mix]) ?? [];
        expect(onPaper(parts)).toBe(onPaper([split?.total ?? null]));
        expect(onPaper([split?.rate ?? null, split?.mix ?? null])).toBe(onPaper([split?.total ?? null]));
      }
      const few = rows.filter(({ low }) => low);
      expect(few.length).toBeGreaterThan(0);
      expect(few.every(({ rates }) => Object.values(rates).every(({ change }) => change === null))).toBe(
        true,
      );
      expect(figures.map(({ term, version }) => [term, version > 0])).toEqual(
        ["nrr", "grr", "logo-retention", "opening-arr"].map((term) => [term, true]),
      );
      const alone = await api.retention.segments({ compare: "none" });
      expect(Object.values(alone.splits)).toEqual([null, null, null]);
      await expect(api.retention.segments({ by: ["tier", "tier"] })).rejects.toThrow("two different");
    });
  });

  describe("definitions that have changed", () => {
    it("are offered with their day and version, and count the period as they did", async () => {
      const [ae, csm] = [await demoPerson(store.house, "ae"), await demoPerson(store.house, "csm")];
      const [seller, success] = [store.apiAs(ae), store.apiAs(csm)];
      await store.apiAs(await someoneAs(store.termwise, "revops")).definitions.setSet({
        set: "sales_cs",
        owner: null,
        approvers: [],
        financeSigns: false,
        minutes: 45,
        reviewMonths: 3,
      });
      const { entryId } = await seller.definitions.propose({
        termId: "nrr",
        parameters: { winback: "all" },
        takesEffectOn: day("2026-11-21"),
        reason: "The board asked",
      });
      for (const [of, team, typedName] of [
        [seller, "sales", ae.name],
        [success, "customer_success", csm.name],
      ] as const)
        await of.definitions.sign({
          proposal: entryId as never,
          team,
          decision: "approve",
          typedName,
        });
      const period = "2026-Q3";
      const { offered } = await store.api.retention.compare({ period });
      expect(offered.definitions).toEqual([{ on: "2026-11-21", first: false, version: expect.any(Number) }]);
      const { ways, figures } = await store.api.retention.compare({
        period,
        ways: [{ definitions: day("2026-11-21") }, { definitions: "now" }],
      });
      expect(ways.map(({ policy }) => policy?.winback)).toEqual(["all", "all"]);
      expect(ways[0]?.figures).toEqual(ways[1]?.figures);
      expect(figures[0]?.version).toBeLessThan(ways[0]?.figures[0]?.figure.version ?? 0);
      const later = await store.api.retention.compare({ period: "2026-11-21..2026-11-25" });
      expect(later.offered.definitions).toMatchObject([{ on: "2026-11-20", first: true }]);
    });
  });
});

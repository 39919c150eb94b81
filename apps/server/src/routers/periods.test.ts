import { AccountFact, AttributeFact, ContractLine, type FactSet, MergeFact } from "@termwise/core/facts";
import { instant } from "@termwise/core/kernel";
import { loadClosedLines, loadClosedViews } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { added, at, closingOf, more, tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

let now = instant("2026-07-05T08:00:00Z");
const [northLine] = plainCompany.lines;
const stamp = (key: string) => ({
  effectiveOn: "2020-01-01",
  recordedAt: now,
  source: { system: "late", key },
});

eachEngine((on) => {
  describe("a closed quarter under attack", () => {
    let store: Opened;
    let frozen: string;
    const tell = (facts: Partial<FactSet>) => tellOf(store)(facts);
    /** Everything close No. 1 froze, as it is stored. */
    const bytes = () =>
      store.termwise.read(async (tx) => {
        const views = await loadClosedViews(tx, [1]);
        const lines = [];
        for (const { view } of views) lines.push(await loadClosedLines(tx, { number: 1, view }));
        return JSON.stringify([views, lines]);
      });
    const reported = (term: "nrr" | "arr" = "nrr") =>
      store.api.metrics.value({ term, period: "2026-Q2", told: "reported" });
    beforeAll(async () => {
      now = instant("2026-07-05T08:00:00Z");
      store = await opened(await on.open(), { clock: { now: () => now } });
      await tell({ ...plainCompany, lines: at(plainCompany.lines, "2026-01-02T00:00:00Z") });
    });

    it("is refused while it is open, in parts of months, or by whoever may not close", async () => {
      const { api } = store;
      expect(await told(api.periods.close({ period: "2026-Q3" }))).toBe(
        "2026-Q3 is not over: its last day is 2026-09-30. Close it from 2026-10-01 on",
      );
      expect(await told(api.periods.close({ period: "2026-01-05..2026-02-01" }))).toContain(
        "is not whole months",
      );
      const csm = store.apiAs(await someoneAs(store.termwise, "csm"));
      expect(await told(csm.periods.close({ period: "2026-Q2" }))).toContain(
        'needs the right to "close periods',
      );
      expect(await told(csm.periods.list())).toContain('needs the right to "see closed periods');
    });

    it("is frozen with its number, both clocks, policy, versions and hash, as the checks said it could be", async () => {
      const { checks, closable } = await store.api.periods.check({ period: "2026-Q2" });
      expect(closable).toBe(true);
      expect(checks.map(({ check, state }) => `${check} ${state}`)).toEqual([
        "order fine",
        "rates fine",
        "bridge fine",
        "opening fine",
        "imports fine",
      ]);
      const closed = await store.api.periods.close({ period: "2026-Q2" });
      expect(closed).toMatchObject({ number: 1, recorded: "2026-07-05T08:00:00.000Z" });
      const one = await store.api.periods.one({ number: 1, lines: true });
      expect(one).toMatchObject({
        from: "2026-04-01",
        to: "2026-06-30",
        currency: "USD",
        dimensions: ["segment"],
        windows: ["2026-Q2", "ttm:2026-06"],
        closedBy: "Command line",
        hash: closed.hash,
        previous: null,
        accounts: 3,
        lines: [{ name: "Gone Ltd" }, { name: "Northwind" }, { name: "Southridge" }],
      });
      expect(one.view.figures.nrr).toMatchObject({
        value: "1.000000",
        numerator: "10200000",
        contributors: 3,
      });
      expect(await store.api.periods.verify({ number: 1 })).toMatchObject({
        holds: true,
        found: closed.hash,
      });
      frozen = await bytes();
    });

    it("is not closed twice, across another, out of order, or with days left out", async () => {
      const { api } = store;
      expect(await told(api.periods.close({ period: "2026-Q2" }))).toBe(
        "2026-Q2 is closed already, as No. 1. Reopen it first, with a reason, to close it again",
      );
      expect(await told(api.periods.close({ period: "2026-06" }))).toContain(
        "shares days with 2026-Q2, closed as No. 1",
      );
      expect(await told(api.periods.close({ period: "2026-Q1" }))).toContain(
        "lies before 2026-Q2, closed as No. 1",
      );
      now = instant("2026-09-02T08:00:00Z");
      expect(await told(api.periods.close({ period: "2026-08" }))).toContain(
        "the next one begins on 2026-07-01",
      );
      expect((await api.periods.list()).next.map(({ text }) => text)).toEqual(["2026-07"]);
    });

    it("with nothing told since, is restated by nothing", async () => {
      const found = await added(store, 1);
      expect([found.count, closingOf(found)]).toEqual([0, {}]);
      expect(found.ratios?.map(({ difference }) => difference)).toEqual(["0.0000", "0.0000", "0.0000"]);
    });

    it("I-14: late rows, corrections, voided rows and rates told later leave its bytes, and are told apart", async () => {
      const before = await reported();
      now = instant("2026-09-03T08:00:00Z");
      const lines = more({ account: "new", arr: "5000", from: "2026-05-01" });
      const late = at(lines, now).map((line) => ({
        ...line,
        source: { ...line.source, file: "late.csv", line: 7 },
      }));
      const correction = ContractLine.parse({
        ...northLine,
        price: { ...northLine?.price, net: "66000" },
        recordedAt: now,
      });
      const newcomer = { accountId: "acc_new", ...stamp("new") };
      await tell({
        lines: [...late, correction],
        accounts: [AccountFact.parse({ kind: "account", externalIds: {}, ...newcomer })],
        attributes: [
          AttributeFact.parse({ kind: "attribute", attribute: "name", value: "Newcomer", ...newcomer }),
        ],
      });
      const found = await added(store, 1);
      expect(closingOf(found)).toEqual({ late_data: "500000", correction: "600000" });
      // NRR counts the correction alone: what is new was not there at the opening, and North opened at more.
      expect(found.ratios?.[0]).toMatchObject({ term: "nrr", reported: "1.000000", restated: "1.000000" });
      const [row] = found.rows.filter(({ cause }) => cause === "late_data");
      expect([row?.name, row?.facts.map(({ kind }) => kind)]).toEqual(["Newcomer", ["line"]]);
      expect(row?.facts[0]).toMatchObject({
        kind: "line",
        source: { system: "plain", file: "late.csv", line: 7 },
        recordedAt: now,
      });
      expect(found.rows.find(({ cause }) => cause === "correction")?.facts[0]?.text).toContain(
        "60000 USD per year → 66000 USD",
      );

      // The late row is undone: what was never known at the close and counts no more restates nothing.
      now = instant("2026-09-04T08:00:00Z");
      await tell({ lines: at(late, now).map((line) => ({ ...line, withdrawn: true })) });
      expect(closingOf(await added(store, 1))).toEqual({ correction: "600000" });
      // One that was known is voided: a correction.
      const [, south] = plainCompany.lines;
      await tell({ lines: [ContractLine.parse({ ...south, withdrawn: true, recordedAt: now })] });
      expect(closingOf(await added(store, 1))).toEqual({ correction: "-2400000" });

      expect(await bytes()).toBe(frozen);
      expect(await reported()).toEqual(before);
      expect(await store.api.periods.verify({ number: 1 })).toMatchObject({ holds: true });
    });

    it("a merge, another owner and another segment leave its bytes; each is told where it matters", async () => {
      now = instant("2026-09-05T08:00:00Z");
      const merge = MergeFact.parse({
        kind: "merge",
        accountId: "acc_gone",
        intoId: "acc_north",
        ...stamp("merge"),
      });
      const segment = {
        ...plainCompany.attributes[5],
        value: "Mid",
        recordedAt: now,
      } as FactSet["attributes"][number];
      const owner = {
        ...plainCompany.attributes[3],
        value: "Ana",
        recordedAt: now,
      } as FactSet["attributes"][number];
      await tell({ merges: [merge], attributes: [segment, owner] });
      const whole = await added(store, 1);
      expect(whole.causes?.find(({ cause }) => cause === "hierarchy")).toMatchObject({
        accounts: 2,
        closing: "0",
      });
      expect(whole.causes?.find(({ cause }) => cause === "attributes")).toMatchObject({
        accounts: 0,
        closing: "0",
      });
      const enterprise = await store.api.periods.restatement({
        number: 1,
        by: "segment",
        value: "Enterprise",
      });
      const closing = enterprise.bridge?.find(({ measure }) => measure === "closing");
      expect(closing?.reported).toBe("6000000");
      expect(closing?.restated).toBe("0");
      expect(enterprise.causes?.find(({ cause }) => cause === "attributes")).toMatchObject({ accounts: 1 });
      expect(await bytes()).toBe(frozen);
    });

    it("tells both: the figure of today beside what was reported, and the accounts behind what was reported", async () => {
      const figure = await store.api.metrics.value({ term: "arr", period: "2026-Q2" });
      expect(figure.reported).toMatchObject({ close: 1, value: "10200000", differs: true });
      const rows = await store.api.metrics.contributors({ term: "arr", period: "2026-Q2", told: "reported" });
      expect(rows).toMatchObject({ matches: true, count: 3, total: { numerator: "10200000" } });
      const step = await store.api.metrics.contributors({
        term: "arr",
        period: "2026-Q2",
        told: "reported",
        step: "bridge:opening",
      });
      expect(step).toMatchObject({ count: 3, total: { numerator: "10200000" } });
      const parts = await store.api.metrics.breakdown({
        term: "arr",
        period: "2026-Q2",
        by: "segment",
        told: "reported",
      });
      expect(parts.rows.map(({ value, figure: own }) => [value, own.value])).toEqual([
        ["Enterprise", "6000000"],
        ["", "4200000"],
      ]);
    });

    it("what was not frozen is never made up: it says so, and what to ask instead", async () => {
      const { api } = store;
      const ask = (more: object) =>
        told(api.metrics.value({ term: "nrr", period: "2026-Q2", told: "reported", ...more }));
      expect(await ask({ filters: { csm: ["Kim"] } })).toBe(
        "Not frozen: No. 1 froze the whole book, and one value of segment; these filters are others. Ask as of 2026-07-05 instead: it is then computed from what was known on that day",
      );
      expect(await ask({ policy: { winback: "all" } })).toContain(
        "Not frozen: 2026-Q2 was reported with winback none",
      );
      expect(await ask({ period: "2026-Q1" })).toContain("Not frozen: 2026-Q1 was not closed");
      expect(await ask({ term: "land-and-expand" })).toContain("Not frozen");
      expect(await ask({ currency: "EUR" })).toContain("was reported in USD");
      expect(await told(api.retention.movements({ period: "2026-Q2", told: "reported" }))).toContain(
        "Not frozen",
      );
      const part = store.apiAs(await someoneAs(store.termwise, "revops", "own"));
      expect(await told(part.metrics.value({ term: "nrr", period: "2026-Q2", told: "reported" }))).toContain(
        "you see a part of it",
      );
      expect(await part.metrics.value({ term: "nrr", period: "2026-Q2" })).not.toHaveProperty("reported");
    });

    it("is reopened with a reason and closed again as the next number; the first stays readable for ever", async () => {
      const { api } = store;
      expect(await told(api.periods.reopen({ number: 9, reason: "Nothing" }))).toBe(
        "There is no close No. 9",
      );
      expect(await told(api.periods.reopen({ number: 1, reason: "   " }))).toContain(
        "Say why it is reopened",
      );
      expect(await api.periods.reopen({ number: 1, reason: "Southridge was billed twice" })).toEqual({
        number: 2,
      });
      expect(await told(api.periods.reopen({ number: 1, reason: "Again" }))).toContain(
        "was reopened already, as No. 2",
      );
      expect(await told(reported())).toContain("was reopened as No. 2");
      const first = await api.metrics.value({ term: "arr", period: "2026-Q2", told: "reported", close: 1 });
      expect(first).toMatchObject({ value: "10200000", frozen: { close: 1, reopened: true } });
      expect(await api.periods.close({ period: "2026-Q2", dimensions: [] })).toMatchObject({ number: 3 });
      expect(await reported("arr")).toMatchObject({
        value: "7800000",
        frozen: { close: 3, reopened: false },
      });
      expect(await api.metrics.value({ term: "arr", period: "2026-Q2", told: "reported", close: 1 })).toEqual(
        first,
      );
      expect(await bytes()).toBe(frozen);
      const { closes } = await api.periods.list();
      expect(closes.map(({ number, reopened }) => [number, reopened?.reason ?? null])).toEqual([
        [3, null],
        [1, "Southridge was billed twice"],
      ]);
      expect(await api.periods.verify({ number: 3 })).toMatchObject({ holds: true, follows: true });
      expect((await added(store, 3)).count).toBe(0);
    });

    it("a fact that claims the moment of the close is recorded after it, so that the close stays what was known", async () => {
      const { api } = store;
      const { recorded } = await api.periods.one({ number: 3 });
      const lines = more({ account: "slow", arr: "1000", from: "2026-06-01" });
      await tell({ lines: at(lines, recorded) });
      expect(closingOf(await added(store, 3))).toEqual({ late_data: "100000" });
      expect((await added(store, 3)).causes?.find(({ cause }) => cause === "calculation")).toMatchObject({
        accounts: 0,
      });
    });
  });
});

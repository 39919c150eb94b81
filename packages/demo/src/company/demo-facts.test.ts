import { Fact, type FactSet, factsKnownAt } from "@termwise/core/facts";
import { addDays, day, endOfDayUtc } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { demoCompany } from "./demo-company.ts";

const today = day("2026-11-21");
const { facts, workspace } = demoCompany({ today });
const all = (of: FactSet) => Object.values(of).flat();
const text = (of: FactSet) => JSON.stringify(of);

describe("the demo company's facts", () => {
  it("are the same, byte for byte, for the same seed and day, and others for another seed", () => {
    expect(text(demoCompany({ today }).facts)).toBe(text(facts));
    expect(text(demoCompany({ today, seed: 2 }).facts)).not.toBe(text(facts));
  });

  it("are valid facts, each marked as the demo's", () => {
    expect(workspace).toEqual({ name: "Fernhill Software", reportingCurrency: "USD", fiscalYearStart: 1 });
    expect(all(facts).flatMap((fact) => Fact.safeParse(fact).error ?? [])).toEqual([]);
    expect(all(facts).filter(({ source }) => source.system !== "demo")).toEqual([]);
  });

  it.each(["2026-11-21", "2026-11-01", "2026-12-31", "2028-02-29"])(
    "know nothing after %s but contract ends",
    (on) => {
      const last = day(on);
      const known = demoCompany({ today: last }).facts;
      const late = all(known).filter(
        (fact) => fact.recordedAt > endOfDayUtc(last) || fact.effectiveOn > last,
      );
      const ahead = known.lines.filter(
        ({ startsOn, signedOn, noticeOn }) =>
          startsOn > last || (signedOn ?? last) > last || (noticeOn ?? last) > last,
      );
      expect([...late, ...ahead]).toEqual([]);
      expect(known.lines.some(({ endsOn }) => endsOn !== null && endsOn > last)).toBe(true);
    },
  );

  it("have one version at a time: a later one is always recorded later", () => {
    const seen = new Map<string, string>();
    for (const line of facts.lines) {
      expect(line.recordedAt > (seen.get(line.lineId) ?? "")).toBe(true);
      seen.set(line.lineId, line.recordedAt);
    }
    expect(new Set(facts.accounts.map(({ accountId }) => accountId)).size).toBe(facts.accounts.length);
  });

  it("refer only to what is there: accounts of lines and parents, lines that are renewed", () => {
    const accounts = new Set<string>(facts.accounts.map(({ accountId }) => accountId));
    const lines = new Map(facts.lines.map((line) => [line.lineId, line]));
    expect(facts.lines.filter(({ accountId }) => !accounts.has(accountId))).toEqual([]);
    expect(facts.merges.filter((m) => !accounts.has(m.accountId) || !accounts.has(m.intoId))).toEqual([]);
    expect(facts.attributes.filter((a) => a.attribute === "parent" && !accounts.has(a.value ?? ""))).toEqual(
      [],
    );
    const renewals = factsKnownAt(facts, null).lines.filter(({ renews }) => renews !== null);
    for (const { renews, startsOn } of renewals) {
      const before = renews && lines.get(renews);
      expect(before && before.startsOn < startsOn && (before.endsOn ?? "") < startsOn).toBe(true);
    }
  });

  it("have a rate for each currency on every day of every contract", () => {
    const { lines, fxRates } = factsKnownAt(facts, null);
    expect([...new Set(lines.map(({ currency }) => currency))].sort()).toEqual(["EUR", "GBP", "USD"]);
    for (const base of ["EUR", "GBP"]) {
      const days = fxRates.filter((rate) => rate.base === base).map(({ effectiveOn }) => effectiveOn);
      const first = lines.map(({ startsOn }) => startsOn).sort()[0] ?? today;
      expect((days[0] ?? today) < addDays(first, -1)).toBe(true);
      expect(days.at(-1)?.slice(0, 7)).toBe(today.slice(0, 7));
    }
  });

  it("name every company once, among them a comma, accents, a quote and great length, and no spreadsheet formula", () => {
    const names = facts.attributes.flatMap(({ attribute, value }) =>
      attribute === "name" && value !== null ? [value] : [],
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^[=+@\t-]/.test(name) || name.trim() !== name || name === "")).toEqual([]);
    for (const shape of [/,/, /[^ -~]/, /"/, /.{90}/, /'/])
      expect(names.some((name) => shape.test(name))).toBe(true);
  });

  it("tell another March than was known in March: contracts are entered late and corrected", () => {
    const then = text(factsKnownAt(facts, endOfDayUtc(day("2026-03-31"))));
    const now = factsKnownAt(facts, null);
    const started = (of: FactSet) => of.lines.filter(({ startsOn }) => startsOn <= "2026-03-31").length;
    expect(started(factsKnownAt(facts, endOfDayUtc(day("2026-03-31"))))).not.toBe(started(now));
    expect(then).not.toBe(text(now));
  });
});

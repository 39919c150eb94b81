import { noFacts } from "@termwise/core/facts";
import { day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { accountIdOf, lineIdOf } from "./keys.ts";
import { check, csv, linesOf, refusals, withFacts } from "./testing.ts";

const accounts = csv(
  "account_id,name,segment,parent",
  "A-1,Acme,Enterprise,",
  "A-2,Acme Canada,SMB,A-1",
  "B-1,Beta,SMB,",
);
const header = "line_id,account_id,product,quantity,arr,currency,starts_on,ends_on";
const line = (id: string, account: string, arr: string, from: string, to = "") =>
  `${id},${account},Core,1,${arr},USD,${from},${to}`;

describe("a first import", () => {
  it("takes accounts, lines and rates of one batch whatever order the files come in", () => {
    const lines = csv(
      header,
      line("L1", "A-1", "1200", "2025-01-01"),
      line("L2", "B-1", "600", "2025-02-01", "2025-12-31"),
    );
    const rates = csv("date,base,quote,rate", "2025-01-01,EUR,USD,1.0415");
    const one = check({ "lines.csv": lines, "rates.csv": rates, "accounts.csv": accounts });
    const two = check({ "accounts.csv": accounts, "rates.csv": rates, "lines.csv": lines });
    expect(one.report.counts).toEqual({ new: 6, changed: 0, unchanged: 0, refused: 0 });
    expect(linesOf(one)).toEqual(linesOf(two));
    expect(new Set(one.facts.map((fact) => JSON.stringify(fact)))).toEqual(
      new Set(two.facts.map((fact) => JSON.stringify(fact))),
    );
  });

  it("gives ids that depend on system and key alone", () => {
    const { facts } = check({ "a.csv": accounts }, { system: "salesforce" });
    expect(facts[0]).toMatchObject({
      kind: "account",
      accountId: accountIdOf("salesforce", "A-1"),
      externalIds: { salesforce: "A-1" },
      source: { system: "salesforce", key: "A-1", file: "a.csv", line: 2 },
    });
    expect(accountIdOf("csv", "A-1")).not.toBe(accountIdOf("salesforce", "A-1"));
  });

  it("knows what an attribute was from the beginning of time, and finds parents by id or name", () => {
    const { facts } = check({ "a.csv": csv("id,name,parent", "1,Acme,", "2,Sub,Acme", "3,Sub Sub,2") });
    const parents = facts.filter((fact) => fact.kind === "attribute" && fact.attribute === "parent");
    expect(parents).toMatchObject([
      { value: accountIdOf("csv", "1"), effectiveOn: "1900-01-01" },
      { value: accountIdOf("csv", "2"), effectiveOn: "1900-01-01" },
    ]);
  });

  it("keeps leading zeros, composes accents and drops invisible characters in ids", () => {
    const result = check({
      "a.csv": csv("id,name", "007,Bond", "Caf\u00e9,Cafe"),
      "l.csv": csv(
        header,
        line("L1", "007", "1", "2025-01-01"),
        line("L2", "Cafe\u0301 ", "1", "2025-01-01"),
        line("L3\u200b", "\u200b007", "1", "2025-01-01"),
      ),
    });
    expect(result.report.counts.refused).toBe(0);
    expect(linesOf(result).map(({ source, accountId }) => [source.key, accountId])).toEqual([
      ["L1", accountIdOf("csv", "007")],
      ["L2", accountIdOf("csv", "Café")],
      ["L3", accountIdOf("csv", "007")],
    ]);
  });
});

describe("an import again", () => {
  const lines = csv(
    header,
    line("L1", "A-1", '"1,200.50"', "2025-01-01"),
    line("L2", "B-1", "600", "2025-02-01", "2025-12-31"),
  );
  const files = { "a.csv": accounts, "l.csv": lines };
  const known = withFacts(noFacts, check(files).facts);

  it("of the same files changes nothing (UX-41)", () => {
    const again = check(files, {}, { known });
    expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 5, refused: 0 });
    expect(again.facts).toEqual([]);
  });

  it("finds what changed, field by field, and keeps the id", () => {
    const changed = check(
      { "l.csv": lines.replace('"1,200.50"', "1500").replace("2025-12-31", "2025-11-30") },
      {},
      { known },
    );
    expect(changed.report.counts).toEqual({ new: 0, changed: 2, unchanged: 0, refused: 0 });
    expect(changed.rows.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ["price"],
      ["endsOn"],
    ]);
    expect(linesOf(changed).map(({ lineId }) => lineId)).toEqual([
      lineIdOf("csv", "L1"),
      lineIdOf("csv", "L2"),
    ]);
  });

  it("dates a changed attribute from today, or from the day the mapping names; an emptied cell means none", () => {
    const moved = accounts.replace("B-1,Beta,SMB,", "B-1,Beta,,");
    const today = check({ "a.csv": moved }, {}, { known }).facts;
    expect(today).toMatchObject([
      { kind: "attribute", attribute: "segment", value: null, effectiveOn: "2026-11-21" },
    ]);
    const named = check({ "a.csv": moved }, { effectiveOn: day("2026-07-01") }, { known }).facts;
    expect(named).toMatchObject([{ attribute: "segment", value: null, effectiveOn: "2026-07-01" }]);
    const after = withFacts(known, today);
    expect(check({ "a.csv": moved }, {}, { known: after }).facts).toEqual([]);
  });

  it("takes dated attributes as they are dated", () => {
    const history = csv(
      "id,name,segment,effective_on",
      "H,Hill,SMB,2024-01-01",
      "H,Hill,Enterprise,2025-07-01",
    );
    const { facts, report } = check({ "a.csv": history });
    expect(
      facts.flatMap((fact) =>
        fact.kind === "attribute" ? [`${fact.attribute} ${fact.value} ${fact.effectiveOn}`] : [],
      ),
    ).toEqual(["name Hill 2024-01-01", "segment SMB 2024-01-01", "segment Enterprise 2025-07-01"]);
    expect(report.counts).toEqual({ new: 1, changed: 1, unchanged: 0, refused: 0 });
    expect(check({ "a.csv": history }, {}, { known: withFacts(noFacts, facts) }).facts).toEqual([]);
  });

  it("reads a row without a day as what holds now, beside rows with a day, and changes nothing again", () => {
    const files = {
      "old.csv": csv("id,name,segment,effective_on", "H,Hill,SMB,2024-01-01"),
      "now.csv": csv("id,name,segment", "H,Hill,"),
    };
    const first = check(files);
    expect(first.facts).toContainEqual(
      expect.objectContaining({ attribute: "segment", value: null, effectiveOn: "2026-11-21" }),
    );
    expect(check(files, {}, { known: withFacts(noFacts, first.facts) }).facts).toEqual([]);
  });

  it("takes a line back when its row has become no contract", () => {
    const voided = csv(
      `${header},status`,
      `${line("L1", "A-1", "1200.50", "2025-01-01")},void`,
      `${line("L9", "A-1", "5", "2025-01-01")},draft`,
    );
    const result = check({ "l.csv": voided }, {}, { known });
    expect(linesOf(result)).toMatchObject([{ lineId: lineIdOf("csv", "L1"), withdrawn: true }]);
    expect(refusals(result)).toEqual(["3 E_NOT_CONTRACT"]);
  });
});

import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { accountIdOf, lineIdOf } from "./keys.ts";
import { check, csv, linesOf, refusals, remarked, withFacts } from "./testing.ts";

const accounts = csv(
  "account_id,name,segment,parent",
  "A-1,Acme,Enterprise,",
  "A-2,Acme Canada,SMB,A-1",
  "B-1,Beta,SMB,",
);
const header = "line_id,account_id,product,quantity,arr,currency,starts_on,ends_on";
const line = (id: string, account: string, arr: string, from: string, to = "") =>
  `${id},${account},Core,1,${arr},USD,${from},${to}`;

describe("accounts that no accounts file lists", () => {
  const lines = csv(
    "account_id,account_name,segment,product,mrr,currency,starts_on",
    "C1,Cedar,SMB,Core,10,USD,2025-01-01",
    "C1,Cedar Ltd,Enterprise,Core,20,USD,2025-06-01",
  );

  it("are created from the lines that name them, and the report says so", () => {
    const result = check({ "l.csv": lines });
    expect(result.report.counts).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 0 });
    expect(
      result.facts.flatMap((fact) => (fact.kind === "attribute" ? [[fact.attribute, fact.value]] : [])),
    ).toEqual([
      ["name", "Cedar Ltd"],
      ["segment", "Enterprise"],
    ]);
    expect(remarked(result)).toContain("W_ASSUMED");
  });

  it("are remarked on when two are written alike but for case or blanks", () => {
    const named = (other: string) =>
      check({
        "l.csv": csv(
          "Customer,Product,ARR,Currency,Start,End",
          "Acme Ltd,Main,1000,USD,2024-01-01,2024-12-31",
          `${other},Main,1000,USD,2025-01-01,`,
        ),
      });
    expect(remarked(named("ACME  Ltd"))).toContain("W_KEY_CASE");
    expect(remarked(named("Acme Limited"))).not.toContain("W_KEY_CASE");
  });

  it("are refused once accounts are listed, here or before, unless the mapping lets lines create them", () => {
    const both = { "a.csv": accounts, "l.csv": lines };
    expect(refusals(check(both))).toEqual(["2 E_REF_NOT_FOUND", "3 E_REF_NOT_FOUND"]);
    const known = withFacts(noFacts, check({ "a.csv": accounts }).facts);
    expect(refusals(check({ "l.csv": lines }, {}, { known }))).toEqual([
      "2 E_REF_NOT_FOUND",
      "3 E_REF_NOT_FOUND",
    ]);
    expect(check(both, { createAccounts: true }).report.counts.refused).toBe(0);
  });

  it("are the same accounts when an accounts file lists them later", () => {
    const first = check({ "l.csv": lines });
    const known = withFacts(noFacts, first.facts);
    const listed = check(
      { "a.csv": csv("account_id,name,segment", "C1,Cedar Ltd,Enterprise") },
      {},
      { known },
    );
    expect(listed.report.counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
    expect(listed.facts).toMatchObject([{ kind: "account", accountId: accountIdOf("csv", "C1") }]);
  });
});

describe("the account of a line", () => {
  const listed = { "a.csv": csv("id,name", "1,Acme", "2,Twin", "3,Twin", "007,Bond") };
  const of = (reference: string) =>
    check({ ...listed, "l.csv": csv(header, line("L1", reference, "1", "2025-01-01")) });

  it("is found by its id, else by an exact name that only one account has, and it is said which", () => {
    expect(linesOf(of("1"))[0]?.accountId).toBe(accountIdOf("csv", "1"));
    const byName = of("Acme");
    expect(linesOf(byName)[0]?.accountId).toBe(accountIdOf("csv", "1"));
    expect(byName.report.warnings).toMatchObject([
      { code: "W_READ_AS", reason: expect.stringContaining("exact name") },
    ]);
    expect(refusals(of("Twin"))).toEqual(["2 E_REF_NOT_FOUND"]);
  });

  it("is found in another system when only one has the id", () => {
    const files = { "a.csv": listed["a.csv"], "l.csv": csv(header, line("L1", "1", "1", "2025-01-01")) };
    const result = check(files, { files: { "a.csv": { system: "crm" }, "l.csv": { system: "billing" } } });
    expect(linesOf(result)[0]).toMatchObject({
      accountId: accountIdOf("crm", "1"),
      lineId: lineIdOf("billing", "L1"),
    });
  });

  it("is named in the refusal when only case, blanks or zeros differ", () => {
    expect(of("7").report.refusals[0]?.reason).toContain('"007" is');
    expect(refusals(of("nobody"))).toEqual(["2 E_REF_NOT_FOUND"]);
  });
});

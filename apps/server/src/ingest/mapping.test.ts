import { describe, expect, it } from "vitest";
import { accountIdOf } from "./keys.ts";
import { ImportMapping, mappingFor } from "./mapping.ts";
import { check, csv, linesOf, refusals, stops } from "./testing.ts";

describe("a mapping", () => {
  it("holds for all files, and for some by name, which win", () => {
    const mapping = ImportMapping.parse({
      system: "crm",
      constants: { currency: "USD", product: "Core" },
      files: { "subs*.csv": { system: "billing", constants: { currency: "EUR" } } },
    });
    expect(mappingFor(mapping, "accounts.csv")).toMatchObject({
      system: "crm",
      constants: { currency: "USD" },
    });
    expect(mappingFor(mapping, "Subs-2026.csv")).toMatchObject({
      system: "billing",
      constants: { currency: "EUR", product: "Core" },
    });
    expect(mappingFor(mapping, "subsXcsv").system).toBe("crm");
  });

  it("is refused when it holds a setting that does not exist", () => {
    expect(ImportMapping.safeParse({ colums: {} }).success).toBe(false);
    expect(ImportMapping.safeParse({ endDays: "sometimes" }).success).toBe(false);
    expect(ImportMapping.safeParse({ effectiveOn: "2026-02-30" }).success).toBe(false);
  });

  it("states encoding, delimiter and kind where they are not recognised", () => {
    const odd = Buffer.from("wer|was\nM\u00fcller|Gold\n", "latin1");
    const result = check(
      { "x.txt": odd },
      {
        encoding: "windows-1252",
        delimiter: "|",
        kind: "accounts",
        columns: { name: "wer", segment: "was" },
      },
    );
    expect(result.facts).toContainEqual(expect.objectContaining({ attribute: "name", value: "Müller" }));
    expect(result.facts).toContainEqual(expect.objectContaining({ attribute: "segment", value: "Gold" }));
  });

  it("says what identifies an account", () => {
    const file = { "a.csv": csv("id,name,domain", "1,Acme,acme.test", "2,Beta,") };
    const byDomain = check(file, { accountKey: "domain" });
    expect(byDomain.facts[0]).toMatchObject({ accountId: accountIdOf("csv", "acme.test") });
    expect(refusals(byDomain)).toEqual(["3 E_REQUIRED"]);
    expect(check(file, { accountKey: "name" }).facts[0]).toMatchObject({
      accountId: accountIdOf("csv", "Acme"),
    });
  });

  it("gives accounts further ids, by which lines of another system find them", () => {
    const files = {
      "accounts.csv": csv("account_id,name,Stripe Customer ID", "001,Acme,cus_1", "002,Beta,"),
      "subs.csv": csv(
        "id,customer_id,plan,mrr,currency,start",
        "s1,cus_1,Pro,10,USD,2025-01-01",
        "s2,cus_2,Pro,10,USD,2025-01-01",
      ),
    };
    const result = check(files, {
      files: {
        "accounts.csv": { system: "crm", externalIds: { stripe: "Stripe Customer ID" } },
        "subs.csv": { system: "stripe" },
      },
    });
    expect(result.facts[0]).toMatchObject({ externalIds: { crm: "001", stripe: "cus_1" } });
    expect(linesOf(result)).toMatchObject([{ accountId: accountIdOf("crm", "001") }]);
    expect(refusals(result)).toEqual(["3 E_REF_NOT_FOUND"]);
  });

  it("translates their words to ours", () => {
    const file = {
      "l.csv": csv("id,account,plan,price,every,currency,start", "1,A,P,10,half a year,Dollar,2025-01-01"),
    };
    const result = check(file, {
      columns: { billing_interval: "every" },
      values: { billing_interval: { "Half a Year": "6 months" }, currency: { dollar: "USD" } },
    });
    expect(linesOf(result)).toMatchObject([{ price: { per: { unit: "month", count: 6 } }, currency: "USD" }]);
  });

  it("may name a header that only one of the files has", () => {
    const files = {
      "a.csv": csv("id,name", "A,Acme"),
      "l.csv": csv("id,who,arr,currency,start", "1,A,10,USD,2025-01-01"),
    };
    expect(stops(check(files, { columns: { account_id: "who" } }))).toEqual([]);
    const alone = { "l.csv": files["l.csv"] };
    expect(stops(check(alone, { columns: { account_id: "who", product: "what" } }))).toEqual(["E_MAPPING"]);
    const [stop] = check(alone, { columns: { account_id: "whom" } }).report.stopped;
    expect(stop?.reason).toContain('"whom", not among them');
  });
});

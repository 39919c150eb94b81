import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, csv, linesOf, refusals, withFacts } from "./testing.ts";

const rows = Array.from({ length: 1000 }, (_, i) => `A${i},Account ${i},${i % 2 ? "SMB" : "Enterprise"}`);
rows[10] = ",Account 10,SMB";
rows[500] = "A500";
rows[900] = "A900,Account 900,SMB,more";

describe("the file of refused rows", () => {
  it("offers three bad rows of a thousand with their columns and reasons; corrected it completes the thousand (UX-40)", () => {
    const first = check({ "a.csv": csv("account_id,name,segment", ...rows) });
    expect(first.report.counts).toEqual({ new: 997, changed: 0, unchanged: 0, refused: 3 });
    const refused = first.refusedCsv("a.csv");
    expect(refused.split("\r\n")[0]).toBe(
      '"account_id","name","segment","_extra1","_line","_column","_reason"',
    );
    expect(refused.split("\r\n")[1]).toMatch(
      /^,"Account 10","SMB",,"12","account_id","The account's id is missing/,
    );
    const known = withFacts(noFacts, first.facts);
    const fixed = refused
      .replace(',"Account 10"', '"A10","Account 10"')
      .replace('"A500",,', '"A500","Account 500","Enterprise"')
      .replace('"more"', "");
    const second = check({ "refused.csv": fixed }, {}, { known });
    expect(refusals(second)).toEqual([]);
    expect(withFacts(known, second.facts).accounts).toHaveLength(1000);
    const again = check({ "refused.csv": fixed }, {}, { known: withFacts(known, second.facts) });
    expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0 });
  });

  it("remembers how the columns were read where the few rows left no longer show it", () => {
    const header = "line_id;account;product;arr;currency;start;end";
    const file = csv(header, "L1;A;P;1.200,50;EUR;31/01/2025;", "L2;A;P;1.200;EUR;03/04/2025;01/01/2025");
    const first = check({ "l.csv": file });
    expect(refusals(first)).toEqual(["3 E_DATE_ORDER"]);
    const refused = first.refusedCsv("l.csv");
    const second = check(
      { "l.csv": refused.replace("01/01/2025", "02/05/2025") },
      {},
      { known: withFacts(noFacts, first.facts) },
    );
    expect(linesOf(second)).toMatchObject([
      { startsOn: "2025-04-03", endsOn: "2025-05-02", price: { net: "1200" } },
    ]);
  });

  it("gives cells back as they were, guarded only where a spreadsheet would run them", () => {
    const file = csv("line_id,account,product,arr,currency,start", "L1,A,=SUM(A1),-500,USD,2025-01-01");
    const refused = check({ "l.csv": file }).refusedCsv("l.csv");
    expect(refused).toContain('"L1","A","\'=SUM(A1)","-500","USD","2025-01-01","2","arr"');
    const fixed = check({ "l.csv": refused.replace('"-500"', '"500"') });
    expect(linesOf(fixed)).toMatchObject([{ product: "=SUM(A1)" }]);
  });

  it("does not carry old reasons when its rows are refused again", () => {
    const file = csv("account_id,name", ",A");
    const once = check({ "a.csv": file }).refusedCsv("a.csv");
    expect(check({ "a.csv": once }).refusedCsv("a.csv").split("\r\n")[0]).toBe(
      '"account_id","name","_line","_column","_reason"',
    );
  });

  it("is empty when no row was refused", () => {
    expect(check({ "a.csv": csv("account_id,name", "1,A") }).refusedCsv("a.csv")).toBe("");
  });
});

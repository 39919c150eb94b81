import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, csv, linesOf, stops, withFacts } from "./testing.ts";

const accounts = csv(
  "account_id,name,segment,parent",
  "A-1,Acme,Enterprise,",
  "A-2,Acme Canada,SMB,A-1",
  "B-1,Beta,SMB,",
);
const header = "line_id,account_id,product,quantity,arr,currency,starts_on,ends_on";
const line = (id: string, account: string, arr: string, from: string, to = "") =>
  `${id},${account},Core,1,${arr},USD,${from},${to}`;

describe("what stops a batch", () => {
  const ambiguous = csv(
    "line_id,account,product,arr,currency,start,end",
    "L1,A,P,100,USD,03/04/2026,05/06/2026",
  );

  it("is a date column that reads both ways, until the mapping answers", () => {
    const asked = check({ "l.csv": ambiguous, "a.csv": csv("id,name", "A,Acme") });
    expect(stops(asked)).toEqual(["E_DATE_AMBIGUOUS", "E_DATE_AMBIGUOUS"]);
    expect(asked.facts).toEqual([]);
    expect(asked.report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 });
    const [question] = asked.report.files[0]?.questions ?? [];
    expect(question).toMatchObject({ column: "start", options: ["dmy", "mdy"] });
    const answered = check({ "l.csv": ambiguous }, JSON.parse(question?.answers[0]?.mapping ?? ""));
    expect(stops(answered)).toEqual(["E_DATE_AMBIGUOUS"]);
    const both = check({ "l.csv": ambiguous }, { dates: { start: "dmy", end: "mdy" } });
    expect(linesOf(both)).toMatchObject([{ startsOn: "2026-04-03", endsOn: "2026-05-06" }]);
    expect(linesOf(check({ "l.csv": ambiguous }, { dates: "mdy" }))).toMatchObject([
      { startsOn: "2026-03-04" },
    ]);
  });

  it("is not a date column whose neighbour of the same shape is settled, which is said", () => {
    const result = check({ "l.csv": ambiguous.replace("05/06/2026", "31/12/2026") });
    expect(linesOf(result)).toMatchObject([{ startsOn: "2026-04-03", endsOn: "2026-12-31" }]);
    expect(result.report.warnings).toContainEqual(
      expect.objectContaining({ column: "start", code: "W_READ_AS" }),
    );
  });

  it("is a number column that reads both ways, unless another settles it", () => {
    const rows = (arr: string, mrr: string) =>
      csv("line_id,account,product,arr,mrr,currency,start", `L1,A,P,"${arr}","${mrr}",USD,2025-01-01`);
    expect(stops(check({ "l.csv": rows("1,200", "") }))).toEqual(["E_NUMBER_AMBIGUOUS"]);
    expect(linesOf(check({ "l.csv": rows("1,200", "100.00") }))).toMatchObject([{ price: { net: "1200" } }]);
    expect(linesOf(check({ "l.csv": rows("1,200", "") }, { decimal: "," }))).toMatchObject([
      { price: { net: "1.2" } },
    ]);
  });

  it("is a missing field, a doubled header, a file that cannot be read, a mapping that names nothing there", () => {
    expect(
      stops(check({ "l.csv": csv("line_id,account,arr,currency,end", "L1,A,1,USD,2025-01-01") })),
    ).toEqual(["E_REQUIRED"]);
    expect(stops(check({ "l.csv": csv("id,name,name", "1,A,B") }))).toEqual(["E_HEADER"]);
    expect(stops(check({ "l.csv": csv("foo,bar", "1,2") }))).toEqual(["E_HEADER"]);
    expect(stops(check({ "l.csv": "" }))).toEqual(["E_HEADER"]);
    expect(stops(check({ "l.xlsx": Buffer.from("PK\u0003\u0004") }))).toEqual(["E_ENCODING"]);
    expect(stops(check({ "a.csv": accounts }, { columns: { name: "Nom" } }))).toEqual(["E_MAPPING"]);
    expect(stops(check({ "a.csv": accounts }, { columns: { nmae: "name" } }))).toEqual(["E_MAPPING"]);
  });

  it("names the columns that might be meant and the mapping that would fix it", () => {
    const [stop] = check({
      "l.csv": csv("line_id,account,arr,currency,day one,end", "L1,A,1,USD,2025-01-01,"),
    }).report.stopped;
    expect(stop?.reason).toContain("day one");
    expect(stop?.remedy).toContain('{"columns":{"starts_on":"day one"}}');
  });

  it("is more change to known accounts than an ordinary import makes, unless it is confirmed; never a first import", () => {
    const grown = csv(header, line("L1", "A", "100", "2025-01-01"));
    const known = withFacts(noFacts, check({ "l.csv": grown }).facts);
    const jump = { "l.csv": grown.replace(",100,", ",2000,") };
    expect(stops(check(jump, {}, { known }))).toEqual(["E_SAFETY"]);
    expect(stops(check(jump, {}, { known, confirm: true }))).toEqual([]);
    expect(stops(check({ "l.csv": grown.replace(",100,", ",1100,") }, {}, { known }))).toEqual([]);
    const crowd = csv(header, ...Array.from({ length: 16 }, (_, i) => line(`N${i}`, "A", "1", "2025-05-01")));
    expect(stops(check({ "l.csv": crowd }, {}, { known }))).toEqual(["E_SAFETY"]);
    expect(stops(check({ "l.csv": crowd }))).toEqual([]);
  });
});

import { noFacts } from "@termwise/core/facts";
import { day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { accountIdOf, lineIdOf } from "./keys.ts";
import { check, csv, linesOf, refusals, remarked, stops, withFacts } from "./testing.ts";

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

describe("a trial under the id of the contract it became", () => {
  const rows = csv(
    "subscription_id,customer_id,plan,mrr,currency,start_date,end_date,status",
    "S1,A,Pro,0,USD,2025-01-01,2025-01-14,trial",
    "S1,A,Pro,30,USD,2025-01-15,,active",
  );

  it("is refused on its own and never takes the contract back", () => {
    const first = check({ "l.csv": rows });
    const known = withFacts(noFacts, first.facts);
    expect(refusals(first)).toEqual(["2 E_NOT_CONTRACT"]);
    const again = check({ "l.csv": rows }, {}, { known });
    expect([again.facts, refusals(again)]).toEqual([[], ["2 E_NOT_CONTRACT"]]);
    const trialOnly = rows.split("\n").slice(0, 2).join("\n");
    expect(check({ "l.csv": trialOnly }, {}, { known }).facts).toEqual([]);
  });
});

describe("keys that stand twice", () => {
  it("count once when the rows are equal", () => {
    const result = check({
      "l.csv": csv(header, line("L1", "A", "1", "2025-01-01"), line("L1", "A", "1.00", "2025-01-01")),
    });
    expect(result.report.counts).toEqual({ new: 1, changed: 0, unchanged: 1, refused: 0 });
    expect(remarked(result)).toContain("W_DUP_ROW");
  });

  it("are refused, each naming the others, when the rows differ", () => {
    const result = check({
      "l.csv": csv(header, line("L1", "A", "1", "2025-01-01"), line("L1", "A", "2", "2025-01-01")),
    });
    expect(refusals(result)).toEqual(["2 E_DUP_KEY", "3 E_DUP_KEY"]);
    expect(result.report.refusals[0]?.reason).toContain("l.csv line 3");
  });

  it("are two keys when they differ in case, and a remark", () => {
    const result = check({
      "l.csv": csv(header, line("L1", "A", "1", "2025-01-01"), line("l1", "A", "2", "2025-01-01")),
    });
    expect(result.report.counts.new).toBe(2);
    expect(remarked(result)).toContain("W_KEY_CASE");
  });

  it("are the periods and products of one contract where only the contract has an id", () => {
    const contracts = (...rows: string[]) =>
      csv("subscription_id,customer_id,plan,mrr,currency,start_date,end_date", ...rows);
    const rows = [
      "S1,A,Basic,10,USD,2024-01-01,2024-06-30",
      "S1,A,Pro,30,USD,2024-07-01,",
      "S1,A,Reports,5,USD,2024-07-01,",
    ];
    const first = check({ "l.csv": contracts(...rows.slice(0, 1)) });
    const all = check({ "l.csv": contracts(...rows) }, {}, { known: withFacts(noFacts, first.facts) });
    expect(all.report.counts).toEqual({ new: 2, changed: 0, unchanged: 1, refused: 0 });
    expect(linesOf(all).map(({ source }) => source.key)).toEqual([
      "S1|Pro|2024-07-01|recurring",
      "S1|Reports|2024-07-01|recurring",
    ]);
    const clash = check({
      "l.csv": contracts("S1,A,Basic,10,USD,2024-01-01,", "S1,A,Basic,12,USD,2024-01-01,"),
    });
    expect(refusals(clash)).toEqual(["2 E_DUP_KEY", "3 E_DUP_KEY"]);
  });

  it("are made of account, product and start where there is no id, and equal rows get a number", () => {
    const bare = (...rows: string[]) =>
      check({ "l.csv": csv("customer,plan,arr,currency,start date", ...rows) });
    const [one, two] = ["A,Gold,100,USD,2025-01-01", "A,Gold,250,USD,2025-01-01"];
    const keys = (result: ReturnType<typeof check>) =>
      linesOf(result).map(({ source, price }) => `${source.key.split("|").slice(1).join("|")} ${price.net}`);
    expect(keys(bare(one, two))).toEqual([
      "Gold|2025-01-01|recurring 100",
      "Gold|2025-01-01|recurring|2 250",
    ]);
    expect(keys(bare(two, one))).toEqual(keys(bare(one, two)));
  });
});

describe("parents", () => {
  it("in a circle refuse every account of the circle, and what hangs on it", () => {
    const result = check({ "a.csv": csv("id,name,parent", "1,A,2", "2,B,1", "3,C,", "4,D,4") });
    expect(refusals(result)).toEqual(["2 E_PARENT_CYCLE", "3 E_PARENT_CYCLE", "5 E_PARENT_CYCLE"]);
  });

  it("refuse the one dated row that would make an account its own parent", () => {
    const dated = csv("id,name,parent,effective_on", "1,A,1,2024-01-01", "1,A,,2025-01-01");
    expect(refusals(check({ "a.csv": dated }))).toEqual(["2 E_PARENT_CYCLE"]);
  });

  it("that are not known leave the account without one, which is said", () => {
    const result = check({ "a.csv": csv("id,name,parent", "1,A,99") });
    expect(result.report.counts.new).toBe(1);
    expect(remarked(result)).toContain("W_REF_UNKNOWN");
  });
});

describe("renewals", () => {
  const rows = (...of: string[]) => csv("line_id,account,product,arr,currency,start,end,renews", ...of);
  it("point to the line they name, also when it comes later or in another import", () => {
    const later = check({ "l.csv": rows("L2,A,P,2,USD,2025-01-01,,L1") });
    expect(linesOf(later)[0]?.renews).toBe(lineIdOf("csv", "L1"));
    expect(remarked(later)).toContain("W_REF_UNKNOWN");
    const both = check({
      "l.csv": rows("L2,A,P,2,USD,2025-01-01,,L1", "L1,A,P,1,USD,2024-01-01,2024-12-31,"),
    });
    expect(linesOf(both)[1]?.renews).toBe(lineIdOf("csv", "L1"));
    expect(remarked(both)).not.toContain("W_REF_UNKNOWN");
  });

  it("between contracts connect lines of one product; what is added at a renewal continues nothing", () => {
    const contracts = csv(
      "contract_id,account,product,arr,currency,start,end,renewal of",
      "K1,A,Core,10,USD,2024-01-01,2024-12-31,",
      "K2,A,Core,12,USD,2025-01-01,2025-12-31,K1",
      "K2,A,Reports,3,USD,2025-01-01,2025-12-31,K1",
      "K3,A,Suite,20,USD,2026-01-01,,K4",
      "K4,B,Lite,5,USD,2024-01-01,2025-12-31,",
    );
    const first = check({ "l.csv": contracts });
    const renews = Object.fromEntries(
      linesOf(first).map((one) => [`${one.source.key.slice(0, 2)} ${one.product}`, one.renews]),
    );
    expect(renews).toEqual({
      "K1 Core": null,
      "K2 Core": lineIdOf("csv", "K1"),
      "K2 Reports": null,
      "K3 Suite": lineIdOf("csv", "K4"),
      "K4 Lite": null,
    });
    expect(check({ "l.csv": contracts }, {}, { known: withFacts(noFacts, first.facts) }).facts).toEqual([]);
  });

  it("cannot point to themselves", () => {
    expect(refusals(check({ "l.csv": rows("L2,A,P,2,USD,2025-01-01,,L2") }))).toEqual(["2 E_VALUE"]);
  });
});

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

describe("exchange rates", () => {
  const rates = (...rows: string[]) => csv("date,from,to,rate", ...rows);
  it("are read by day and pair, and refused when they cannot be rates", () => {
    const result = check({
      "fx.csv": rates(
        "2025-01-01,eur,USD,1.0415",
        "2025-01-01,EUR,EUR,1",
        "2025-01-01,EUR,GBP,0",
        "2025-01-01,EUR,XXQ,2",
        ",EUR,JPY,161.5",
      ),
    });
    expect(result.facts).toMatchObject([
      { kind: "fx_rate", base: "EUR", quote: "USD", rate: "1.0415", effectiveOn: "2025-01-01" },
    ]);
    expect(refusals(result)).toEqual(["3 E_VALUE", "4 E_VALUE", "5 E_CURRENCY", "6 E_REQUIRED"]);
  });

  it("change when the same day and pair comes with another rate", () => {
    const known = withFacts(noFacts, check({ "fx.csv": rates("2025-01-01,EUR,USD,1.04") }).facts);
    expect(
      check({ "fx.csv": rates("2025-01-01,EUR,USD,1.0400") }, {}, { known }).report.counts.unchanged,
    ).toBe(1);
    expect(check({ "fx.csv": rates("2025-01-01,EUR,USD,1.05") }, {}, { known }).report.counts.changed).toBe(
      1,
    );
  });
});

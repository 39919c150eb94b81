import { describe, expect, it } from "vitest";
import type { ImportMapping } from "./mapping.ts";
import { check, csv, linesOf, refusals, remarked, stops } from "./testing.ts";

const one = (columns: string, cells: string, mapping: ImportMapping = {}) =>
  check({ "l.csv": csv(`line_id,account,${columns}`, `L1,A,${cells}`) }, mapping);
const price = (columns: string, cells: string, mapping: ImportMapping = {}) => {
  const [line] = linesOf(one(`currency,start,${columns}`, `USD,2025-01-01,${cells}`, mapping));
  return (
    line &&
    [
      line.price.of,
      line.price.net,
      line.price.list,
      line.price.of === "total" ? "term" : `${line.price.per.count} ${line.price.per.unit}`,
    ]
      .join(" ")
      .replace(/ {2}/g, " - ")
  );
};

describe("the price of a line", () => {
  it("is the first of ARR, MRR, unit price, amount and total contract value that the row states", () => {
    expect(price("arr", "1200")).toBe("amount 1200 - 1 year");
    expect(price("arr,mrr,unit price,quantity,billing", "1200,100,10,10,monthly")).toBe("unit 10 - 1 month");
    expect(price("arr,mrr", ",100")).toBe("amount 100 - 1 month");
    expect(price("quantity,unit price,billing", "12,25.50,quarterly")).toBe("unit 25.5 - 3 month");
    expect(price("amount,billing", "300,every 6 months")).toBe("amount 300 - 6 month");
    expect(price("tcv,end", "2400,2026-12-31")).toBe("total 2400 - term");
    expect(price("acv", "900")).toBe("amount 900 - 1 year");
    expect(price("acv,tcv", "900,1800")).toBe("amount 900 - 1 year");
  });

  it("is a total contract value per year of the term it was agreed for, however early the line was terminated", () => {
    expect(price("tcv,end,terminated on", "2400,2026-12-31,2025-03-31")).toBe("amount 1200 - 1 year");
    expect(price("tcv,term months,auto renew", "3000,36,yes")).toBe("amount 1000 - 1 year");
    expect(refusals(one("currency,start,tcv", "USD,2025-01-01,2400"))).toEqual(["2 E_REQUIRED"]);
  });

  it("spreads the value of a terminated line over the months the ledger counts, also where the last is shorter", () => {
    const net = (end: string) =>
      linesOf(one("currency,start,end,terminated on,tcv", `USD,2024-08-31,${end},2024-12-31,1200`))[0]?.price
        .net;
    expect(net("2025-02-28")).toBe("2400");
    expect(net("2025-08-30")).toBe("1200");
  });

  it("pays for the interval it is stated for, not the one it is billed in", () => {
    expect(price("monthly price,seats,billing", "10,5,annual")).toBe("unit 10 - 1 month");
    expect(price("unit price,price per,seats,billing", "10,month,5,annual")).toBe("unit 10 - 1 month");
  });

  it("is net of the discount, with the list price beside it", () => {
    expect(price("quantity,unit price,discount %,billing", "10,50,20,month")).toBe("unit 40 50 1 month");
    expect(price("quantity,unit price,discount,billing", "10,50,20%,month")).toBe("unit 40 50 1 month");
    expect(price("quantity,list price,net price,discount %,billing", "10,50,41,20,month")).toBe(
      "unit 41 50 1 month",
    );
    expect(price("quantity,list price,discount amount,billing", "10,50,75,month")).toBe(
      "amount 425 500 1 month",
    );
    expect(price("quantity,list price,discount,billing", "10,50,0.2,month", { discount: "fraction" })).toBe(
      "unit 40 50 1 month",
    );
  });

  it("asks whether a bare discount is a percentage, a fraction or an amount", () => {
    expect(
      stops(one("currency,start,quantity,list price,discount,billing", "USD,2025-01-01,10,50,20,month")),
    ).toEqual(["E_NUMBER_AMBIGUOUS"]);
    expect(
      stops(one("currency,start,quantity,list price,discount %,billing", "USD,2025-01-01,10,50,0.2,month")),
    ).toEqual(["E_NUMBER_AMBIGUOUS"]);
  });

  it("is remarked on when two prices of a row disagree by more than rounding", () => {
    expect(remarked(one("currency,start,arr,mrr,product", "USD,2025-01-01,1200,120,P"))).toContain(
      "W_PRICE_DIFFERS",
    );
    expect(remarked(one("currency,start,arr,mrr,product", "USD,2025-01-01,1000,83.33,P"))).not.toContain(
      "W_PRICE_DIFFERS",
    );
  });

  it("is what an ended line paid, not the MRR of 0 it has now", () => {
    expect(price("mrr,unit price,billing,end", "0,50,month,2025-06-30")).toBe("unit 50 - 1 month");
    expect(price("mrr,unit price,billing", "0,50,month")).toBe("amount 0 - 1 month");
  });

  it("is remarked on where a column could as well be the other of unit and line", () => {
    const of = (columns: string) =>
      one(
        `currency,start,product,seats,billing,${columns}`,
        "USD,2025-01-01,P,5,annual,100",
      ).report.warnings.map(({ column }) => column);
    expect(of("monthly price")).toContain("monthly price");
    expect(of("amount")).toContain("amount");
    expect(of("monthly seat price")).not.toContain("monthly seat price");
    expect(of("mrr")).not.toContain("mrr");
  });

  it("is not looked for in an accounts file, which is said", () => {
    const result = check({ "a.csv": csv("account id,name,ARR", "1,Acme,100") });
    expect(result.report.warnings).toMatchObject([{ code: "W_COLUMN_UNUSED", column: "ARR" }]);
  });

  it("may be in minor units when the header says so", () => {
    expect(price("mrr_cents", "4999")).toBe("amount 49.99 - 1 month");
  });

  it("keeps every digit of a float but the tail of its binary form", () => {
    expect(price("arr", "99.99000000000001")).toBe("amount 99.99 - 1 year");
    expect(price("arr", "0.123456789012")).toBe("amount 0.123456789012 - 1 year");
  });

  it("must be there, a number, and not below 0", () => {
    const cells = (arr: string) => refusals(one("currency,start,arr", `USD,2025-01-01,${arr}`));
    expect(cells("")).toEqual(["2 E_REQUIRED"]);
    expect(cells("abc")).toEqual(["2 E_NUMBER_FORMAT"]);
    expect(cells("1e3")).toEqual(["2 E_NUMBER_FORMAT"]);
    expect(cells("NaN")).toEqual(["2 E_NUMBER_FORMAT"]);
    expect(cells("-500")).toEqual(["2 E_NEGATIVE_ARR"]);
    expect(cells("(500)")).toEqual(["2 E_NEGATIVE_ARR"]);
    expect(cells("−500")).toEqual(["2 E_NEGATIVE_ARR"]);
    expect(cells("-0")).toEqual([]);
    expect(cells("1234567890123456")).toEqual(["2 E_NUMBER_FORMAT"]);
  });

  it("needs an interval: asked where no column says it, refused where one cell does not", () => {
    expect(stops(one("currency,start,unit price", "USD,2025-01-01,10"))).toEqual(["E_REQUIRED"]);
    expect(refusals(one("currency,start,unit price,billing", "USD,2025-01-01,10,"))).toEqual([
      "2 E_REQUIRED",
    ]);
    expect(refusals(one("currency,start,unit price,billing", "USD,2025-01-01,10,biannual"))).toEqual([
      "2 E_VALUE",
    ]);
    expect(price("unit price", "10", { constants: { billing_interval: "month" } })).toBe("unit 10 - 1 month");
  });
});

describe("the currency of a line", () => {
  const of = (columns: string, cells: string, mapping: ImportMapping = {}) =>
    linesOf(one(`start,${columns}`, `2025-01-01,${cells}`, mapping))[0]?.currency;

  it("is its cell, its price's mark or code, its price's header, a constant", () => {
    expect(of("arr,currency", "1,eur")).toBe("EUR");
    expect(of("arr,currency", "1,£")).toBe("GBP");
    expect(of("arr", "€ 500")).toBe("EUR");
    expect(of("arr", "500 CHF")).toBe("CHF");
    expect(of("arr (GBP)", "1")).toBe("GBP");
    expect(of("arr", "1", { constants: { currency: "SEK" } })).toBe("SEK");
    expect(of("arr", "$500")).toBe("USD");
  });

  it("is asked for when nothing says it, and taken from what is known before when that has one", () => {
    expect(stops(one("start,arr", "2025-01-01,1"))).toEqual(["E_CURRENCY"]);
    expect(of("arr", "1", { defaultCurrency: "NOK" } as ImportMapping)).toBe("NOK");
  });

  it("refuses the row when it is no code, or the price shows another", () => {
    expect(refusals(one("start,arr,currency", "2025-01-01,1,Dollars"))).toEqual(["2 E_CURRENCY"]);
    expect(refusals(one("start,arr,currency", "2025-01-01,€ 1,USD"))).toEqual(["2 E_CURRENCY"]);
  });
});

describe("the term of a line", () => {
  const term = (columns: string, cells: string, mapping: ImportMapping = {}) => {
    const [line] = linesOf(one(`arr,currency,start,${columns}`, `1,USD,2025-01-01,${cells}`, mapping));
    return line && `${line.startsOn}..${line.endsOn ?? ""} ${line.noticeOn ?? ""}`.trim();
  };
  const refused = (columns: string, cells: string) =>
    refusals(one(`arr,currency,start,${columns}`, `1,USD,2025-01-01,${cells}`));

  it("is open when its end says so", () => {
    for (const end of [
      "",
      "-",
      "n/a",
      "open",
      "evergreen",
      "Ongoing",
      "9999-12-31",
      "2099-12-31",
      "0000-00-00",
      "null",
    ])
      expect(term("end", end), end).toBe("2025-01-01..");
  });

  it("ends on the last day in force, or the day before where the mapping says ends are exclusive", () => {
    expect(term("end", "2025-12-31")).toBe("2025-01-01..2025-12-31");
    expect(term("end", "2026-01-01", { endDays: "exclusive" })).toBe("2025-01-01..2025-12-31");
    expect(term("end", "2025-12", { endDays: "exclusive" })).toBe("2025-01-01..2025-12-31");
  });

  it("ends early when it was terminated, and where only a cancellation says so", () => {
    expect(term("end,terminated on", "2025-12-31,2025-03-31")).toBe("2025-01-01..2025-03-31");
    expect(term("cancelled on", "2025-03-31")).toBe("2025-01-01..2025-03-31");
    expect(term("end,cancelled on", "2025-12-31,2025-03-31")).toBe("2025-01-01..2025-12-31 2025-03-31");
    expect(term("end,cancelled on,status", ",2025-03-31,active")).toBe("2025-01-01.. 2025-03-31");
  });

  it("follows from its length where there is no end, unless it renews itself", () => {
    expect(term("term months", "12")).toBe("2025-01-01..2025-12-31");
    expect(term("contract term", "2 years")).toBe("2025-01-01..2026-12-31");
    expect(term("term months,auto renew", "12,yes")).toBe("2025-01-01..");
  });

  it("ends with its length whatever a sale's or a contract's status says: it is said of lines long over, too", () => {
    expect(term("term months,status", "12,active")).toBe("2025-01-01..2025-12-31");
    expect(term("term months,status", "12,Closed Won")).toBe("2025-01-01..2025-12-31");
  });

  it("must have a length of a month or more where nothing else ends it", () => {
    expect(refused("term months", "0")).toEqual(["2 E_VALUE"]);
    expect(refused("term months", "-3")).toEqual(["2 E_VALUE"]);
    expect(refused("term months", "soon")).toEqual(["2 E_VALUE"]);
    expect(term("term months,end", "0,2025-06-30")).toBe("2025-01-01..2025-06-30");
    expect(term("term months", "evergreen")).toBe("2025-01-01..");
  });

  it("cannot end before it starts, and must have an end once its status says it is over", () => {
    expect(refused("end", "2024-12-31")).toEqual(["2 E_DATE_ORDER"]);
    expect(refused("end,status", ",cancelled")).toEqual(["2 E_REQUIRED"]);
    expect(term("end,status", "2025-06-30,cancelled")).toBe("2025-01-01..2025-06-30");
  });

  it("is not there at all for trials, drafts and lost deals", () => {
    expect(refused("status", "trialing")).toEqual(["2 E_NOT_CONTRACT"]);
    expect(refused("status", "Closed Lost")).toEqual(["2 E_NOT_CONTRACT"]);
    expect(refused("is_trial", "True")).toEqual(["2 E_NOT_CONTRACT"]);
    expect(term("is_trial", "False")).toBe("2025-01-01..");
    expect(term("status", "trialing", { values: { status: { trialing: "in_force" } } })).toBe("2025-01-01..");
  });

  it("follows its dates under an unknown status, which must be explained where the end is open", () => {
    expect(term("end,status", "2025-06-30,paused")).toBe("2025-01-01..2025-06-30");
    expect(refused("end,status", ",paused")).toEqual(["2 E_VALUE"]);
  });

  it("is remarked on when ends look like first days out of force", () => {
    const rows = ["L1,A,1,USD,2024-01-01,2025-01-01", "L2,A,2,USD,2025-01-01,2026-01-01"];
    const file = { "l.csv": csv("line_id,account,arr,currency,start,end", ...rows) };
    expect(remarked(check(file))).toContain("W_END_DAYS");
    expect(remarked(check(file))).toContain("W_OVERLAP_TERM");
    expect(remarked(check(file, { endDays: "exclusive" }))).not.toContain("W_OVERLAP_TERM");
  });
});

describe("the kinds of a line", () => {
  const kinds = (columns: string, cells: string) => {
    const [line] = linesOf(one(`currency,start,${columns}`, `USD,2025-01-01,${cells}`));
    return line && `${line.productKind} ${line.lineKind}`;
  };
  it("are core and recurring unless the row says otherwise", () => {
    expect(kinds("arr", "1")).toBe("core recurring");
    expect(kinds("arr,product kind,line kind", "1,add-on,usage")).toBe("add_on usage");
    expect(kinds("amount,billing", "1,one-time")).toBe("core one_time");
    expect(kinds("arr,product type", "1,Professional Services")).toBe("service one_time");
  });

  it("are not read from a column whose words are its own, which is said", () => {
    const result = one("arr,currency,start,type", "1,USD,2025-01-01,Brand new logo");
    expect(linesOf(result)).toMatchObject([{ lineKind: "recurring" }]);
    expect(remarked(result)).toContain("W_COLUMN_UNUSED");
  });

  it("refuse the row when one word of a column they are read from is not known", () => {
    const file = csv(
      "line_id,account,arr,currency,start,line kind",
      "L1,A,1,USD,2025-01-01,usage",
      "L2,A,1,USD,2025-01-01,what",
    );
    expect(refusals(check({ "l.csv": file }))).toEqual(["3 E_VALUE"]);
  });
});

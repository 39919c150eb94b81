import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { lineIdOf } from "./keys.ts";
import { check, csv, linesOf, refusals, remarked, withFacts } from "./testing.ts";

const header = "line_id,account_id,product,quantity,arr,currency,starts_on,ends_on";
const line = (id: string, account: string, arr: string, from: string, to = "") =>
  `${id},${account},Core,1,${arr},USD,${from},${to}`;

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

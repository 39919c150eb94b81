import { AccountId, Currency } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { AccountIndex } from "../ingest/account-index.ts";
import { readPastedList } from "./pasted-list.ts";

const [usd, yen] = [Currency.parse("USD"), Currency.parse("JPY")];
const northwind = AccountId.parse("acc_north");
const index = new AccountIndex();
index.addKey("crm", "001A", northwind);
index.addName("Northwind, Inc.", northwind);
const read = (text: string, currency = usd) => readPastedList(text, currency, index);

describe("a list of accounts pasted from another system", () => {
  it("finds accounts by their id in any system, else by their exact name", () => {
    const listed = read('id,name,amount\n001A,Somebody,1\n,"Northwind, Inc.",2\n77,Stranger,3');
    expect(listed.map(({ accountId, name }) => [accountId, name])).toEqual([
      [northwind, "Somebody"],
      [northwind, "Northwind, Inc."],
      [null, "Stranger"],
    ]);
  });
  it.each([
    ["1,200.50", "120050"],
    ["1.200,50", "120050"],
    ["$12,000", "1200000"],
    ["12.000", "1200000"],
    ["(300)", "-30000"],
    ["0.005", "1"],
  ])("reads %s as the amount it can only be", (amount, minor) => {
    expect(read(`Customer;Amount\nA;${amount}`)[0]?.amount).toBe(minor);
  });
  it("takes a currency without cents as it is", () => {
    expect(read("Customer\tARR\nA\t12,000", yen)[0]?.amount).toBe("12000");
  });
  it("reads days in any form that reads one way", () => {
    const days = read("Name,Amount,Date\nA,1,31/12/2025\nB,1,01/02/2026\nC,1,").map(({ on }) => on);
    expect(days).toEqual(["2025-12-31", "2026-02-01", null]);
  });
  it.each([
    ["", /The first line names the columns/],
    ["Who,What\nA,1", /The first line names the columns/],
    ["Name,Amount\n,1", /Line 2: no account is named/],
    ["Name,Amount\nA,twelve", /Line 2: "twelve" is not an amount in USD/],
    ["Name,Amount\nA,10 %", /Line 2: "10 %" is not an amount/],
    ['Name,Amount\nA,"1.5"\nB,"1,5"', /some with a comma/],
    ["Name,Amount,Date\nA,1,01/02/2026", /The days read both/],
    ["Name,Amount,Date\nA,1,31/02/2026\nB,1,31/01/2026", /Line 2: "31\/02\/2026" is not a day/],
  ])("refuses %j and says where and why", (text, said) => {
    expect(() => read(text)).toThrow(said);
  });
});

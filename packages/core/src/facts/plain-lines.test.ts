import { describe, expect, it } from "vitest";
import { Failure } from "../kernel/index.ts";
import { ContractLine } from "./contract-line.ts";
import { factsOfPlainLines } from "./plain-lines.ts";

describe("lines written plainly", () => {
  it("become contract lines that the schema takes", () => {
    const { lines } = factsOfPlainLines([
      { account: "A", from: "2025-01-01", to: "2025-12-31", arr: "100" },
      { account: "B", from: "2025-01-01", seats: 5, price: "150", per: "month" },
    ]);
    expect(lines.map((line) => ContractLine.parse(line))).toEqual(lines);
    expect(lines.map((line) => [line.accountId, line.quantity, line.price.of])).toEqual([
      ["acc_A", "1", "amount"],
      ["acc_B", "5", "unit"],
    ]);
  });
  it("stand for as many alike accounts as they say, each with an id of its own", () => {
    const { lines } = factsOfPlainLines([{ account: "kept", accounts: 3, from: "2025-01-01", arr: "1" }]);
    expect(lines.map((line) => line.accountId)).toEqual(["acc_kept1", "acc_kept2", "acc_kept3"]);
    expect(new Set(lines.map((line) => line.lineId)).size).toBe(3);
  });
  it.each([
    [
      "a last day before the first",
      { account: "A", from: "2025-02-01", to: "2025-01-31", arr: "1" },
      /before from/,
    ],
    ["neither a value nor seats", { account: "A", from: "2025-02-01" }, /either arr, or seats/],
    ["seats without a price", { account: "A", from: "2025-02-01", seats: 3 }, /need a price/],
    ["a negative value", { account: "A", from: "2025-02-01", arr: "-5" }, /decimal number of 0 or more/],
    ["a day that does not exist", { account: "A", from: "2025-02-30", arr: "1" }, /calendar day/],
  ])("are refused with their place and a reason: %s", (_, line, reason) => {
    const refusal = () => factsOfPlainLines([{ account: "fine", from: "2025-01-01", arr: "1" }, line]);
    expect(refusal).toThrow(Failure);
    expect(refusal).toThrow(reason);
    expect(refusal).toThrow(/\[1\]/);
  });
});

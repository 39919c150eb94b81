import { expect, it } from "vitest";
import type { Account } from "../account.ts";
import { monthlyArr } from "./monthly-arr.ts";

const series = [
  { on: "2026-02-10", arr: "1000" },
  { on: "2026-05-01", arr: "1500" },
] as Account["series"];

it("tells what an account was worth at each month's end, a gap before it was a customer, and today", () => {
  const values = monthlyArr(series, "2026-05-03").map(({ value }) => value);
  expect(values).toHaveLength(24);
  expect(values.slice(-5)).toEqual([null, "1000", "1000", "1000", "1500"]);
  expect(values.slice(0, 19).every((value) => value === null)).toBe(true);
});

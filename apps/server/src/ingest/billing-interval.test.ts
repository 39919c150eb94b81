import { expect, it } from "vitest";
import { isOneTime, readInterval } from "./billing-interval.ts";

const short = (text: string) => {
  const read = readInterval(text);
  return read && `${read.count} ${read.unit}`;
};

it("reads an interval in the words billing systems use", () => {
  for (const word of [
    "monthly",
    "Month",
    "mo",
    "P1M",
    "1 month",
    "every month",
    "per month",
    "month-to-month",
    "every 1 month(s)",
    "Monatlich",
    "mensuel",
  ])
    expect(short(word), word).toBe("1 month");
  for (const word of [
    "quarterly",
    "Quarter",
    "P3M",
    "3 months",
    "every 3 months",
    "every three months",
    "vierteljährlich",
  ])
    expect(short(word), word).toBe("3 month");
  for (const word of ["semi-annual", "Half-yearly", "every 6 months", "6 months", "P6M", "halbjährlich"])
    expect(short(word), word).toBe("6 month");
  for (const word of [
    "annual",
    "annually",
    "Yearly",
    "P1Y",
    "P12M",
    "12 months",
    "annual upfront",
    "billed annually",
    "Annual (Upfront)",
    "Annual - Prepaid",
    "jährlich",
    "1 year",
  ])
    expect(short(word), word).toBe("1 year");
  for (const word of ["biennial", "2 years", "24 months", "P2Y", "every two years"])
    expect(short(word), word).toBe("2 year");
  for (const word of ["weekly", "P1W", "week"]) expect(short(word), word).toBe("1 week");
  expect(short("every 2 weeks")).toBe("2 week");
  expect(short("daily")).toBe("1 day");
});

it("reads nothing that has two meanings or none", () => {
  for (const word of [
    "biannual",
    "bimonthly",
    "12",
    "sometimes",
    "",
    "0 months",
    "P0M",
    "500 years",
    "constructor",
  ])
    expect(short(word), word).toBeNull();
});

it("knows a charge that does not recur", () => {
  expect(["one-time", "One time fee", "once", "einmalig"].every(isOneTime)).toBe(true);
  expect(isOneTime("monthly")).toBe(false);
});

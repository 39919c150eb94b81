import { describe, expect, it } from "vitest";
import { type Entry, meant } from "./entries.ts";

const entry = (group: Entry["group"], label: string, also: string[] = []): Entry => ({
  key: label,
  group,
  label,
  also,
  run: () => {},
});
const all = [
  entry("Pages", "Overview"),
  entry("Pages", "Notes"),
  entry("Terms", "Net Revenue Retention", ["NRR"]),
  entry("Terms", "Northern cohort"),
  entry("Accounts", "Northwind"),
  entry("Actions", "Copy link"),
];
const labels = (typed: string) => meant(typed, all).map(({ label }) => label);

describe("what the palette offers", () => {
  it("UX-14: an account by its beginning, before a term that begins so too", () => {
    expect(labels("nort").slice(0, 2)).toEqual(["Northwind", "Northern cohort"]);
  });
  it("UX-14: terms alone after “define”, by their abbreviation too", () => {
    expect(labels("define nrr")[0]).toBe("Net Revenue Retention");
    expect(labels("define gross")).toEqual([]);
    expect(labels("Define n")).toEqual(["Net Revenue Retention", "Northern cohort"]);
  });
  it("pages and actions before anything is typed", () => {
    expect(labels("")).toEqual(["Overview", "Notes", "Copy link"]);
  });
});

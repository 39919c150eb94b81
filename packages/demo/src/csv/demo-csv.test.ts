import { day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { demoCompany } from "../company/demo-company.ts";
import { csvText } from "./csv-text.ts";
import { demoCsv } from "./demo-csv.ts";
import { exampleFiles } from "./example-files.ts";

const rowsOf = (text: string): string[] => text.trimEnd().split("\n").slice(1);

describe("CSV text", () => {
  it("quotes commas and quotes, and leaves empty cells empty", () => {
    expect(csvText(["name", "am"], [{ name: 'Finch, "Ltd"', am: null }])).toBe(
      'name,am\n"Finch, ""Ltd""",\n',
    );
  });
});

describe("the demo company as CSV", () => {
  const { facts } = demoCompany({ today: day("2026-11-21") });
  const files = demoCsv(facts);

  it("has a row per contract line that still stands, and none twice", () => {
    const standing = new Set(facts.lines.map(({ lineId }) => lineId));
    for (const { lineId, withdrawn } of facts.lines) if (withdrawn) standing.delete(lineId);
    const ids = rowsOf(files["contract-lines.csv"]).map((row) => row.split(",")[0]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(standing.size);
  });

  it("names on every line an account that the accounts file has, merged records under their customer", () => {
    const accounts = new Set(rowsOf(files["accounts.csv"]).map((row) => row.split(",")[0]));
    const unknown = rowsOf(files["contract-lines.csv"]).filter((row) => !accounts.has(row.split(",")[1]));
    expect(unknown).toEqual([]);
    for (const { accountId } of facts.merges)
      expect(
        accounts.has(facts.accounts.find((account) => account.accountId === accountId)?.source.key),
      ).toBe(false);
  });

  it("has no cell that a spreadsheet would take for a formula", () => {
    for (const text of Object.values(files)) expect(text).not.toMatch(/(^|[,"])[=+@-]/m);
  });
});

describe("docs/examples", () => {
  it.each(Object.entries(exampleFiles()))("%s is current (regenerate with vitest -u)", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../../../docs/examples/${name}`);
  });

  it("is a sample of twelve customers in more than one currency", () => {
    const files = exampleFiles();
    const accounts = new Set(rowsOf(files["accounts.csv"]).map((row) => row.split(",")[0]));
    expect(accounts.size).toBe(12);
    expect(rowsOf(files["fx-rates.csv"]).length).toBeGreaterThan(24);
  });
});

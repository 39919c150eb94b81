import type { AccountId } from "@termwise/core/kernel";
import { addDays, day } from "@termwise/core/kernel";
import { demoCompany } from "../company/demo-company.ts";
import { type CsvFiles, demoCsv } from "./demo-csv.ts";
import { type RecordCsvFiles, recordCsv } from "./record-csv.ts";

const chosen: readonly string[] = [
  "Calder Logistics",
  "Veyra Health",
  "Halden Freight",
  "Ironbay Group",
  "Brightmoor Labs",
  "Marrow & Finch",
  "Solmark Retail",
  "Pinegate Energy",
  "Kitebank",
  "Marlowe, Finchley & Daughters",
  "Müßelbach Gerätebau",
  "O'Tarragh's Bakery",
];

/** The day the example files of the documentation end on: fixed, so that they only change with the demo itself. */
export const examplesEndOn = day("2026-11-01");

/** Twelve customers of the demo company as the example files of the documentation. */
export function exampleFiles(): CsvFiles & RecordCsvFiles {
  const { facts } = demoCompany({ today: examplesEndOn });
  const only = new Set<AccountId>(
    facts.attributes
      .filter(({ attribute, value }) => attribute === "name" && value !== null && chosen.includes(value))
      .map(({ accountId }) => accountId),
  );
  return { ...demoCsv(facts, only), ...recordCsv(facts, { only, usageFrom: addDays(examplesEndOn, -60) }) };
}

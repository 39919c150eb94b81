import { expect, it } from "vitest";
import { nameProblem } from "./file-name.ts";
import { check, csv } from "./testing.ts";

it.each(["accounts.csv", "Accounts (1).CSV", "lines.tsv", "lines.tab", "utf-16.txt", " a.csv "])(
  "%j is the name of a table as text",
  (name) => expect(nameProblem(name)).toBeNull(),
);

it.each(["accounts", "export 2026.09", "Acme Inc. accounts", ""])("%j says nothing", (name) =>
  expect(nameProblem(name)).toBeNull(),
);

it.each(["a.html", "a.csv.exe", "a.js", "a.XLSX", "a.json", "a.mp3"])(
  "%j says that it is something else, and stops the import whatever stands in it",
  (name) => {
    const { report } = check({ [name]: csv("account_id,name", "A1,Alder") });
    expect(JSON.stringify(report)).toContain("E_FILE_NAME");
    expect(report.counts.new).toBe(0);
  },
);

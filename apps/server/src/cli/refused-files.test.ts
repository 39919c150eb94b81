import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeRefused } from "./refused-files.ts";

let folder: string;
let asked: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-refused-"));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const answering = (rows: string) => ({
  get: async (path: string) => {
    asked.push(path);
    return rows;
  },
});

it("refused rows stand beside the export they came from, and only for exports that have any", async () => {
  const paths = [join(folder, "accounts.csv"), join(folder, "lines 1.csv")];
  const refusals = [{ file: "lines 1.csv" }, { file: "lines 1.csv" }];
  const told = await writeRefused("imp_1", refusals, paths, answering("a\n1\n"));
  const beside = join(folder, "lines 1.refused.csv");
  expect(readdirSync(folder)).toEqual(["lines 1.refused.csv"]);
  expect(readFileSync(beside, "utf8")).toBe("a\n1\n");
  expect(told).toEqual([`Refused rows of lines 1.csv, to correct and import: ${beside}`]);
  expect(asked).toEqual(["/api/imports/imp_1/refused.csv?file=lines%201.csv"]);
});

it("a file that is there already is never written over, and the same rows are not written twice", async () => {
  const paths = [join(folder, "lines.csv")];
  writeFileSync(join(folder, "lines.refused.csv"), "half corrected");
  await writeRefused("imp_1", [{ file: "lines.csv" }], paths, answering("a\n1\n"));
  await writeRefused("imp_2", [{ file: "lines.csv" }], paths, answering("a\n1\n"));
  expect(readdirSync(folder).sort()).toEqual(["lines.refused-2.csv", "lines.refused.csv"]);
  expect(readFileSync(join(folder, "lines.refused.csv"), "utf8")).toBe("half corrected");
});

it("a folder that takes no files is said, and the import stands", async () => {
  const gone = [join(folder, "gone", "lines.csv")];
  const told = await writeRefused("imp_1", [{ file: "lines.csv" }], gone, answering("a\n"));
  expect(told[0]).toMatch(/^The refused rows of lines.csv could not be written/);
});

import { Fact, noFacts } from "@termwise/core/facts";
import { day, instant } from "@termwise/core/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "./arbitrary-files.ts";
import { checkImport } from "./check.ts";
import { importCodes } from "./codes.ts";
import type { ImportMapping } from "./mapping.ts";
import type { InputFile } from "./read-file.ts";
import type { CheckedImport } from "./report.ts";
import { withFacts } from "./testing.ts";

const deep = process.env["TERMWISE_DEEP"] === "1";
// Two files to a batch on average: 5,000 files at every commit.
const numRuns = deep ? 50_000 : 2_500;
const timeout = deep ? 3_600_000 : 120_000;

/** Cells corrected before the import, in columns and on lines that may be there or not. */
const edits = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.array(
    fc.record({
      column: fc.constantFrom(
        "account_id",
        "Customer",
        "arr",
        "start date",
        "status",
        "nowhere",
        "__proto__",
      ),
      lines: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 4 }),
      to: fc.oneof(fc.string(), fc.constantFrom("A1", "2026-01-01", "12,5", "\u0000", "=1+1")),
    }),
    { maxLength: 4 },
  ),
);

const run = (files: readonly InputFile[], mapping: ImportMapping = {}, known = noFacts) =>
  checkImport({
    files,
    mapping,
    known,
    recordedAt: instant("2026-11-21T12:00:00Z"),
    today: day("2026-11-21"),
    confirm: true,
  });

const answers: ImportMapping = {
  dates: "dmy",
  decimal: ".",
  discount: "percent",
  defaultCurrency: "USD" as never,
};

function holds(result: CheckedImport) {
  const { report, rows, facts } = result;
  const { counts } = report;
  expect(counts.new + counts.changed + counts.unchanged + counts.refused).toBe(rows.length);
  expect(rows.length).toBe(report.files.reduce((sum, file) => sum + file.rows, 0));
  expect(report.refusals).toHaveLength(counts.refused);
  for (const { line, code, reason, remedy } of report.refusals) {
    expect(line).toBeGreaterThan(0);
    expect(Object.hasOwn(importCodes, code)).toBe(true);
    expect(reason).not.toBe("");
    expect(remedy).not.toBe("");
  }
  for (const fact of facts) Fact.parse(fact);
  if (report.stopped.length > 0) expect(facts).toEqual([]);
  for (const { name } of report.files) {
    const refused = rows.filter((row) => row.file === name && row.outcome === "refused").length;
    const [again] =
      result.refusedCsv(name) === ""
        ? []
        : run([{ name, bytes: Buffer.from(result.refusedCsv(name)) }]).report.files;
    expect(again?.rows ?? 0).toBeLessThanOrEqual(refused);
  }
}

describe("any bytes at all", () => {
  it(
    `come out as rows taken or rows refused, each with line and reason, and never as a crash (${numRuns} batches)`,
    () => {
      fc.assert(
        fc.property(batches, fc.boolean(), edits, (files, answered, corrected) => {
          const result = run(
            files.map((file, at) => (at === 0 ? { ...file, edits: corrected } : file)),
            answered ? answers : {},
          );
          holds(result);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    `change nothing when they come a second time (${numRuns / 5} batches)`,
    () => {
      fc.assert(
        fc.property(batches, (files) => {
          const first = run(files, answers);
          const second = run(files, answers, withFacts(noFacts, first.facts));
          expect(second.facts).toEqual([]);
          if (first.report.stopped.length === 0)
            expect(second.report.counts.new + second.report.counts.changed).toBe(0);
        }),
        { numRuns: numRuns / 5 },
      );
    },
    timeout,
  );
});

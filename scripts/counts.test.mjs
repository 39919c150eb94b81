import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { playwrightCounts, verdict, vitestCounts } from "./counts.mjs";

const report = (content) => {
  const dir = mkdtempSync(join(tmpdir(), "termwise-counts-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe("the closing line of npm test is never green by accident", () => {
  it("adds nothing to a run that passed", () => {
    expect(verdict({ passed: 12, failed: 0, skipped: 0 }, 0)).toMatchObject({
      ok: true,
      passed: 12,
      failed: 0,
    });
  });
  it("counts the failed tests once, though the runner exits with 1", () => {
    expect(verdict({ passed: 10, failed: 2, skipped: 0 }, 1)).toMatchObject({ ok: false, failed: 2 });
  });
  it("counts a failure when the runner failed outside a test", () => {
    expect(verdict({ passed: 10, failed: 0, skipped: 0 }, 1)).toMatchObject({
      ok: false,
      passed: 10,
      failed: 1,
    });
  });
  it("counts a failure when a test was skipped", () => {
    expect(verdict({ passed: 10, failed: 0, skipped: 1 }, 0)).toMatchObject({ ok: false, failed: 1 });
  });
  it("counts a failure when no test ran", () => {
    expect(verdict({ passed: 0, failed: 0, skipped: 0 }, 0)).toMatchObject({ ok: false, failed: 1 });
  });
});

describe("reading the reports", () => {
  it("reads Vitest's, a todo being a skipped test", () => {
    const file = report({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 2 });
    expect(vitestCounts(file)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });
  it("counts a file of tests that does not load as a failed test", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    const file = report({ numPassedTests: 1, numFailedTests: 1, testResults });
    expect(vitestCounts(file)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
  it("reads Playwright's, a flaky test being a failed one", () => {
    const file = report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(playwrightCounts(file)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });
  it("takes a report that was never written for no test at all", () => {
    expect(vitestCounts("/nowhere/report.json")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

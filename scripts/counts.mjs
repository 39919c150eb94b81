// How many tests passed and failed, read from the reports of the test runners.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** @returns {Counts} the counts of a Vitest JSON report, a file that does not load being a failed test; zeros when it was not written */
export function vitestCounts(file) {
  const report = read(file);
  const unloaded = (report.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + unloaded.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** @returns {Counts} the counts of a Playwright JSON report; a test that passed only when retried counts as failed */
export function playwrightCounts(file) {
  const stats = read(file).stats ?? {};
  return {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  };
}

/**
 * Whether a test step held. A runner that failed without a failed test (a file that does not load, an error outside
 * a test), that skipped a test or that ran none counts as one failure, so that the closing line is never green by accident.
 * @param {Counts} counts
 * @param {number} exitCode of the runner
 * @returns {{ok: boolean, passed: number, failed: number, note: string}}
 */
export function verdict(counts, exitCode) {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.skipped > 0 || counts.passed === 0);
  const failed = counts.failed + (silent ? 1 : 0);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped (no test may be skipped)` : "";
  return {
    ok: failed === 0,
    passed: counts.passed,
    failed,
    note: `${counts.passed} passed, ${counts.failed} failed${skipped}`,
  };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

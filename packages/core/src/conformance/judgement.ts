import { z } from "zod";
import { type ConformanceCase, ResultLine } from "./cases.ts";
import { type Difference, firstDifference } from "./difference.ts";

const Refusal = z.strictObject({ refused: z.array(z.string()).min(1) });

/** A case whose answer is not the expected one: where it differs, or why the command could not answer it. */
export interface FailedCase {
  readonly id: string;
  readonly term: string;
  readonly title: string;
  readonly difference: Difference | null;
  readonly error: string | null;
}

/** How many cases of a term passed, and how many did not. */
export interface TermTally {
  readonly term: string;
  readonly passed: number;
  readonly failed: number;
}

/**
 * What an implementation was found to be. `faults` are breaches of the protocol (no JSON, an unknown id, an answer too
 * many or too few): with any of them the rest is no verdict.
 */
export interface Judgement {
  readonly cases: number;
  readonly passed: number;
  readonly failures: readonly FailedCase[];
  readonly terms: readonly TermTally[];
  readonly faults: readonly string[];
}

/** A refusal is compared by the fields it names: the words for what is wrong with them are everybody's own. */
function comparable(answer: unknown): unknown {
  const refusal = Refusal.safeParse(answer);
  if (!refusal.success) return answer;
  return { refused: [...new Set(refusal.data.refused.map((line) => line.split(" ")[0]))].sort() };
}

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

function read(line: string, at: number): ResultLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `Line ${at} of the output is no JSON: ${cut(line)}`;
  }
  const parsed = ResultLine.safeParse(value);
  if (parsed.success) return parsed.data;
  return `Line ${at} of the output is not {"id", "answer"} or {"id", "error"}: ${cut(line)}`;
}

/** Holds the lines a command has written against the cases it was given; lines may come in any order. */
export function judge(cases: readonly ConformanceCase[], lines: readonly string[]): Judgement {
  const faults: string[] = [];
  const known = new Set(cases.map(({ id }) => id));
  const results = new Map<string, ResultLine>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const result = read(line, index + 1);
    if (typeof result === "string") faults.push(result);
    else if (!known.has(result.id))
      faults.push(`Line ${index + 1} answers "${result.id}", which was not asked`);
    else if (results.has(result.id)) faults.push(`Line ${index + 1} answers "${result.id}" a second time`);
    else results.set(result.id, result);
  }

  const unanswered = cases.filter(({ id }) => !results.has(id));
  if (unanswered.length > 0)
    faults.push(
      `${results.size} of ${cases.length} cases were answered; the first without an answer is "${unanswered[0]?.id}"`,
    );

  const failures: FailedCase[] = [];
  const tallies = new Map<string, { passed: number; failed: number }>();
  for (const one of cases) {
    const result = results.get(one.id);
    if (!result) continue;
    const tally = tallies.get(one.term) ?? { passed: 0, failed: 0 };
    tallies.set(one.term, tally);
    const error = "error" in result ? result.error : null;
    const difference =
      "answer" in result ? firstDifference(comparable(one.expect), comparable(result.answer)) : null;
    if (error === null && difference === null) tally.passed += 1;
    else {
      tally.failed += 1;
      failures.push({ id: one.id, term: one.term, title: one.title, difference, error });
    }
  }
  return {
    cases: cases.length,
    passed: results.size - failures.length,
    failures,
    terms: [...tallies].map(([term, tally]) => ({ term, ...tally })),
    faults,
  };
}

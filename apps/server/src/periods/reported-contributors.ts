import {
  type FrozenMeasure,
  frozenMeasures,
  isFrozenTerm,
  type Measures,
  measuresOfLine,
  partsOfTerm,
} from "@termwise/core/closing";
import { allocate, type Day, Failure } from "@termwise/core/kernel";
import type { MovementKind } from "@termwise/core/ledger";
import { type Contributor, type MetricTerm, points } from "@termwise/core/retention";
import type { Termwise } from "../termwise.ts";
import { type Reported, reportedFigure } from "./reported.ts";
import { linesOf } from "./stored-views.ts";

/** Which figure, or which step of the bridge behind it: `bridge:churn`, `cohort:churn`. */
export interface ContributorQuestion {
  readonly term: MetricTerm;
  readonly step: string | undefined;
}

/** An account behind a reported figure; what was not frozen of it is empty. */
interface ReportedContributor extends Contributor {
  readonly externalIds: readonly string[];
  readonly segment: string | null;
  readonly csm: string | null;
  readonly on: Day | null;
  readonly kind: MovementKind | null;
}

/** The accounts behind a reported figure or step, from their frozen lines, largest part first, and their sum. */
export async function reportedContributors(
  termwise: Termwise,
  reported: Reported,
  { term, step }: ContributorQuestion,
) {
  const figure = reportedFigure(reported, term);
  const lines = (await linesOf(termwise, reported.found)).map((line) => ({
    accountId: line.accountId,
    name: line.name,
    measures: measuresOfLine(line),
  }));
  const partsIn = step === undefined ? termParts(term, figure.numerator, lines) : stepParts(step, lines);
  const opening = lines.reduce((sum, { measures }) => sum + (measures.cohort_opening ?? 0n), 0n);
  const sum = (of: (part: Part) => bigint | null) =>
    partsIn.reduce((total, part) => total + (of(part) ?? 0n), 0n);
  const numerator = sum((part) => part.numerator);
  const ratio = figure.unit === "ratio" && step === undefined;
  const denominator = ratio ? sum((part) => part.denominator) : null;
  const all = lines.flatMap(({ accountId, name, measures }, i): ReportedContributor[] => {
    const part = partsIn[i];
    if (!part || (part.numerator === 0n && (part.denominator ?? 0n) === 0n)) return [];
    const away = part.denominator === null ? null : part.numerator - part.denominator;
    return [
      {
        accountId,
        name,
        opening: measures.opening ?? 0n,
        closing: measures.closing ?? 0n,
        ...part,
        effect: effectOf(part, { away, denominator, opening: step === undefined ? 0n : opening }),
        externalIds: [],
        segment: null,
        csm: null,
        on: null,
        kind: null,
      },
    ];
  });
  return {
    figure,
    step: step ?? null,
    count: all.length,
    rows: all,
    total: {
      numerator,
      denominator,
      effect:
        step !== undefined
          ? points(numerator, opening)
          : denominator === null
            ? null
            : points(numerator - denominator, denominator),
    },
    matches:
      step !== undefined ||
      (String(numerator) === figure.numerator &&
        (denominator === null || String(denominator) === figure.denominator)),
  };
}

type Part = Pick<Contributor, "numerator" | "denominator">;
type Lines = readonly { readonly measures: Measures }[];

function effectOf(
  part: Part,
  whole: { away: bigint | null; denominator: bigint | null; opening: bigint },
): string | null {
  if (whole.opening !== 0n) return points(part.numerator, whole.opening);
  return whole.away === null || whole.denominator === null ? null : points(whole.away, whole.denominator);
}

function termParts(term: MetricTerm, total: string | null, lines: Lines): Part[] {
  if (!isFrozenTerm(term)) throw new Failure("not_found", `Not frozen: "${term}"`);
  const own = lines.map(({ measures }) => partsOfTerm(term, measures));
  if (term !== "mrr" || own.length === 0) return own;
  // What is divided once on output is shared out, so that the accounts add up to what was reported.
  const shares = allocate(
    BigInt(total ?? "0"),
    own.map(({ numerator }) => numerator),
  );
  return own.map((_, i) => ({ numerator: shares[i] ?? 0n, denominator: null }));
}

function stepParts(step: string, lines: Lines): Part[] {
  const kind = step.slice(step.indexOf(":") + 1);
  const name = step.startsWith("bridge:") ? kind : `cohort_${kind}`;
  const measure = frozenMeasures.find((candidate): candidate is FrozenMeasure => candidate === name);
  if (!measure)
    throw new Failure("not_found", `Not frozen: ${step} by account. Ask for the step without its reasons`);
  return lines.map(({ measures }) => ({ numerator: measures[measure] ?? 0n, denominator: null }));
}

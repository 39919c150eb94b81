import {
  type ClosedPeriod,
  type FrozenTerm,
  frozenWindows,
  isFrozenTerm,
  standingCloses,
} from "@termwise/core/closing";
import type { Dimension } from "@termwise/core/facts";
import type { Figure } from "@termwise/core/glossary";
import { type Day, Failure, opensOn, type Period, parsePeriod } from "@termwise/core/kernel";
import { type Metric, type MetricTerm, metrics } from "@termwise/core/retention";
import type { Scope } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { closesIn } from "./closes.ts";
import { assertWhole, isAbout, type PlacedView, viewsOf } from "./stored-views.ts";

/** What was reported of a window and a slice, and the close that says so. */
export interface Reported {
  readonly close: ClosedPeriod;
  readonly found: PlacedView;
}

const covers = ({ entry }: ClosedPeriod, { from, to }: Period): boolean =>
  frozenWindows({ text: entry.period, from: entry.from, to: entry.to }).some(
    (window) => window.from === from && window.to === to,
  );

/** The close that speaks of a period: the one that stands, if there is one. */
export function closeOf(closes: readonly ClosedPeriod[], period: Period): ClosedPeriod | null {
  return standingCloses(closes).find((close) => covers(close, period)) ?? null;
}

const dayOfCut = ({ entry }: ClosedPeriod): Day => entry.recorded.slice(0, 10) as Day;

function notFrozen(what: string, close: ClosedPeriod | null, period: Period): Failure {
  const day = close ? dayOfCut(close) : period.to;
  return new Failure(
    "not_found",
    `Not frozen: ${what}. Ask as of ${day} instead: it is then computed from what was known on that day`,
  );
}

/**
 * What was reported of the period and filters of a scope: from the close that stands, or from the one it names. Throws
 * `not_found` for what no close froze, with what to ask instead; never another number in its place.
 */
export async function reportedFor(termwise: Termwise, scope: Scope): Promise<Reported> {
  assertWhole(termwise);
  if (scope.asOf !== undefined)
    throw new Failure(
      "bad_input",
      "As reported is of the moment of the close. Leave asOf out, or ask restated",
    );
  const { fiscalYearStart } = await termwise.workspace();
  if (scope.period === undefined)
    throw new Failure("bad_input", "Name the period to be told as reported: 2026-Q3, ttm:2026-09");
  const period = parsePeriod(scope.period, { fiscalYearStart });
  const closes = closesIn((await termwise.books()).known.now);
  const close = chosen(closes, period, scope.close);
  const { entry } = close;
  if (scope.currency !== undefined && scope.currency !== entry.currency)
    throw notFrozen(`${entry.period} was reported in ${entry.currency}`, close, period);
  if (scope.preset !== undefined)
    throw notFrozen(
      `${entry.period} was reported by the house's definitions, not as others count`,
      close,
      period,
    );
  for (const [name, value] of Object.entries(scope.policy ?? {}))
    if (value !== undefined && entry.policy[name] !== value)
      throw notFrozen(`${entry.period} was reported with ${name} ${entry.policy[name]}`, close, period);
  const found = (await viewsOf(termwise, [close])).find((view) => isAbout(view, period, scope.filters ?? {}));
  if (found) return { close, found };
  const broken = entry.dimensions.length > 0 ? `, and one value of ${entry.dimensions.join(" or ")}` : "";
  throw notFrozen(
    `No. ${close.number} froze the whole book${broken}; these filters are others`,
    close,
    period,
  );
}

function chosen(closes: readonly ClosedPeriod[], period: Period, number: number | undefined): ClosedPeriod {
  if (number === undefined) {
    const standing = closeOf(closes, period);
    if (standing) return standing;
    const before = closes.findLast((close) => covers(close, period));
    if (!before) throw notFrozen(`${period.text} was not closed`, null, period);
    throw notFrozen(
      `${before.entry.period}, closed as No. ${before.number}, was reopened as No. ${before.reopened?.number}. What No. ${before.number} froze is told when you name it`,
      before,
      period,
    );
  }
  const named = closes.find((close) => close.number === number);
  if (!named) throw new Failure("not_found", `There is no close No. ${number}`);
  if (!covers(named, period))
    throw notFrozen(`No. ${number} closed ${named.entry.period}, and not ${period.text}`, named, period);
  return named;
}

/** What every answer that was reported says of its close. */
export function closeNote({ number, entry, reopened }: ClosedPeriod) {
  return { close: number, closedAt: entry.closedAt, hash: entry.hash, reopened: reopened !== null };
}

/** A metric as it was reported, as a figure: from the frozen record alone, and so the same for ever. */
export function reportedFigure({ close, found }: Reported, term: MetricTerm): Figure {
  const { window } = found.view;
  const days: Period = { ...window };
  if (!isFrozenTerm(term)) throw notFrozen(`"${term}" is not among what a close freezes`, close, days);
  const { entry } = close;
  const metric: Metric = metrics[term];
  const said = entry.terms[term];
  return {
    term,
    name: said?.name ?? term,
    version: said?.version ?? 1,
    unit: metric.unit,
    currency: metric.over === "accounts" ? null : entry.currency,
    period: { text: window.text, from: window.from, to: window.to, opensOn: opensOn(window) },
    policy: entry.policy,
    policyText: entry.policyText,
    asOf: { effective: window.to, recorded: entry.recorded },
    freshAt: entry.freshAt,
    ...figureIn(found, term),
  };
}

function figureIn({ view }: PlacedView, term: FrozenTerm) {
  const { value, reason, numerator, denominator, contributors, notes } = view.figures[term];
  return { value, reason, numerator, denominator, contributors, notes: [...notes] };
}

/** What was reported of a figure that is told of today: its number then, and whether it differs. */
export interface ReportedBeside {
  readonly close: number;
  readonly closedAt: string;
  readonly version: number;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly differs: boolean;
}

/** The views that were frozen of windows and a slice, for those who may see them and ask by no other policy. */
export async function reportedViews(
  termwise: Termwise,
  scope: Scope,
  periods: readonly Period[],
): Promise<(Reported | null)[]> {
  const other =
    scope.asOf !== undefined || scope.preset !== undefined || Object.keys(scope.policy ?? {}).length > 0;
  const closes = termwise.whole && !other ? closesIn((await termwise.books()).known.now) : [];
  const own = periods.map((period) => closeOf(closes, period));
  const needed = [...new Set(own.filter((close) => close !== null))];
  if (needed.length === 0) return periods.map(() => null);
  const views = await viewsOf(termwise, needed);
  return periods.map((period, i) => {
    const close = own[i] ?? null;
    if (!close || (scope.currency !== undefined && scope.currency !== close.entry.currency)) return null;
    const found = views.find(
      (view) => view.number === close.number && isAbout(view, period, scope.filters ?? {}),
    );
    return found ? { close, found } : null;
  });
}

/** A figure of today beside what was reported of it. */
export function besideOf(reported: Reported | null, figure: Figure): ReportedBeside | null {
  if (!reported || !isFrozenTerm(figure.term)) return null;
  const { value, numerator, denominator } = reported.found.view.figures[figure.term];
  return {
    close: reported.close.number,
    closedAt: reported.close.entry.closedAt,
    version: reported.close.entry.terms[figure.term]?.version ?? 1,
    value,
    numerator,
    denominator,
    differs: numerator !== figure.numerator || denominator !== figure.denominator,
  };
}

/** A metric for each value of a dimension as it was reported, where the close was broken down by it. */
export async function reportedBreakdown(
  termwise: Termwise,
  scope: Scope,
  { term, by }: { readonly term: MetricTerm; readonly by: Dimension },
) {
  const reported = await reportedFor(termwise, scope);
  const { close, found } = reported;
  const { window, slice } = found.view;
  if (!close.entry.dimensions.includes(by) || slice.dimension !== null)
    throw notFrozen(`No. ${close.number} was not broken down by ${by} within this`, close, { ...window });
  const views = (await viewsOf(termwise, [close])).filter(
    ({ view }) => view.window.from === window.from && view.slice.dimension === by,
  );
  return {
    by,
    all: reportedFigure(reported, term),
    rows: views.map((view) => ({
      value: view.view.slice.value,
      figure: reportedFigure({ close, found: view }, term),
    })),
  };
}

import type { Dimension } from "../facts/index.ts";
import { firstDayOf, lastDayOf, monthOf, type Period, shiftMonth } from "../kernel/index.ts";
import {
  type Book,
  type Bridge,
  bridgeOf,
  cohortBridgeOf,
  figureOf,
  type RetentionPolicy,
  type Slice,
  valuesOf,
  type Window,
  windowOf,
} from "../retention/index.ts";
import type {
  FrozenBridge,
  FrozenFigure,
  FrozenLine,
  FrozenPart,
  FrozenSlice,
  FrozenStep,
  FrozenView,
} from "./frozen.ts";
import { type FrozenTerm, frozenTerms, type Measures, measuresOf } from "./measures.ts";

/** The windows a close freezes: the period itself, and the twelve months to its end where it is not those already. */
export function frozenWindows(period: Period): Period[] {
  const month = monthOf(period.to);
  const from = firstDayOf(shiftMonth(month, -11));
  if (period.to !== lastDayOf(month) || from === period.from) return [period];
  return [period, { text: `ttm:${month}`, from, to: period.to }];
}

/** The slice of the book a frozen view is about. */
export function sliceOf({ dimension, value }: FrozenSlice): Slice {
  return dimension === null ? {} : { [dimension]: [value] };
}

/**
 * Everything a close freezes of a book: for each of its windows the whole book, and each value of each of `dimensions`.
 * The order is fixed: window by window, the whole book first, then dimensions as given and their values. Throws
 * `rate_missing` when an amount cannot be converted: what cannot be told cannot be closed.
 */
export function frozenParts(
  book: Book,
  period: Period,
  policy: RetentionPolicy,
  dimensions: readonly Dimension[],
): FrozenPart[] {
  return frozenWindows(period).flatMap((window) => {
    const slices: FrozenSlice[] = [
      { dimension: null, value: "" },
      ...dimensions.flatMap((dimension) =>
        valuesOf(book, dimension, window).map((value): FrozenSlice => ({ dimension, value })),
      ),
    ];
    return slices
      .map((slice) => frozenPart(windowOf(book, window, policy, sliceOf(slice)), slice))
      .filter(({ view, lines }) => view.slice.dimension === null || lines.length > 0);
  });
}

/** The measures of every account of a window that has any, by account id. */
export function windowMeasures(window: Window): Map<string, { name: string; measures: Measures }> {
  const found = new Map<string, { name: string; measures: Measures }>();
  for (const w of window.accounts) {
    const measures = measuresOf(w, window);
    if (Object.keys(measures).length > 0) found.set(w.account.accountId, { name: w.account.name, measures });
  }
  return found;
}

function frozenPart(window: Window, slice: FrozenSlice): FrozenPart {
  const lines = [...windowMeasures(window)]
    .map(
      ([accountId, { name, measures }]): FrozenLine => ({
        accountId: accountId as FrozenLine["accountId"],
        name,
        measures: Object.fromEntries(
          Object.entries(measures).map(([measure, value]) => [measure, value.toString()]),
        ),
      }),
    )
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const { text, from, to } = window.period;
  const view: FrozenView = {
    window: { text, from, to },
    slice,
    figures: Object.fromEntries(
      frozenTerms.map((term) => [term, frozenFigure(window, term)]),
    ) as FrozenView["figures"],
    bridge: frozenBridge(bridgeOf(window)),
    cohortBridge: frozenBridge(cohortBridgeOf(window)),
    accounts: lines.length,
  };
  return { view, lines };
}

function frozenFigure(window: Window, term: FrozenTerm): FrozenFigure {
  const { value, reason, numerator, denominator, contributors, notes } = figureOf(window, {
    term: { id: term, name: term, version: 1 },
    recorded: null,
    freshAt: null,
  });
  return { value, reason, numerator, denominator, contributors, notes };
}

function frozenBridge<Kind extends FrozenStep["kind"]>(bridge: Bridge<Kind>): FrozenBridge {
  return {
    opening: bridge.opening.toString(),
    openingAccounts: bridge.openingAccounts,
    steps: bridge.steps.map(({ kind, amount, accounts, reasons }) => ({
      kind,
      amount: amount.toString(),
      accounts,
      reasons: reasons.map(({ reason, amount: part }) => ({ reason, amount: part.toString() })),
    })),
    closing: bridge.closing.toString(),
    closingAccounts: bridge.closingAccounts,
    unexplained: bridge.unexplained.toString(),
  };
}

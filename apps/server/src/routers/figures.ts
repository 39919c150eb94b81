import type { Figure } from "@termwise/core/glossary";
import { Failure } from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";
import {
  type FigureContext,
  figureOf,
  type MetricTerm,
  metrics,
  unknownFigure,
  type Window,
  windowOf,
} from "@termwise/core/retention";
import { z } from "zod";
import type { Asked } from "./scope.ts";

/** What a figure needs to know of a scope. */
export type FigureScope = Omit<Asked, "lastClosed" | "today" | "totals" | "over">;

/** The term id of a metric that can be asked for. */
export const MetricTermInput = z.enum(Object.keys(metrics) as [MetricTerm, ...MetricTerm[]]);

/** The term, its version in force and the moment of knowledge a figure carries. */
export function contextOf(asked: FigureScope, id: MetricTerm): FigureContext {
  const term = termById(id);
  return {
    term: { id, name: term.name, version: asked.versionOf(term) },
    recorded: asked.recorded,
    freshAt: asked.freshAt,
  };
}

/** A metric of a window as a figure. */
export function figureIn(asked: FigureScope, window: Window, id: MetricTerm): Figure {
  return figureOf(window, contextOf(asked, id));
}

/** A metric over a period; where an exchange rate is missing, a figure without a value that says which. */
export function figureFor(asked: FigureScope, id: MetricTerm): Figure {
  const { book, period, policy, slice } = asked;
  try {
    return figureIn(asked, windowOf(book, period, policy, slice), id);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "rate_missing") throw error;
    const { ledgerPolicy, currency } = book;
    return unknownFigure(contextOf(asked, id), { period, policy, ledgerPolicy, currency }, error.message);
  }
}

import { type Dimension, dimensions, type FactSet } from "@termwise/core/facts";
import { addDays, Failure, lastDayOf } from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";
import {
  breakdownOf,
  bridgeAudit,
  bridgeOf,
  dimensionsOf,
  policyLines,
  type Window,
} from "@termwise/core/retention";
import { z } from "zod";
import { saidOfLosses } from "../derive/said-of-losses.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { bridgeRows } from "./bridge-rows.ts";
import { type BridgeView, bridgeView } from "./bridge-view.ts";
import { type Asked, answering, comparedWith, Scope, windowFor } from "./scope.ts";

const BridgeScope = Scope.extend({
  compare: z.enum(["prior-year", "none"]).default("none"),
  by: z.enum(dimensions).optional(),
});

/** Reads windows of one question as bridges, losses by what was said of them. */
function reading(asked: Asked, facts: FactSet) {
  const said = saidOfLosses(facts, asked.book);
  const view = (window: Window): BridgeView =>
    bridgeView(bridgeOf(window, said), asked.period, asked.book.currency);
  const { book, period, policy, slice } = asked;
  return {
    whole: () => view(windowFor(asked)),
    parts: (by: Dimension) =>
      new Map(breakdownOf(book, period, policy, by, slice).map(({ value, window }) => [value, view(window)])),
  };
}

/** The same question over the period compared with; where a rate for it is missing, why there is none. */
function compared(earlier: Asked, facts: FactSet, by: Dimension | undefined) {
  try {
    const read = reading(earlier, facts);
    return { whole: read.whole(), parts: by && read.parts(by), missing: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "rate_missing") throw error;
    return { whole: null, parts: undefined, missing: error.message };
  }
}

/**
 * The ARR bridge of a slice: opening, every step with its reasons, moved in and out, FX apart, closing; the same over the
 * prior year (`compare`) and for each value of a dimension (`by`). `rows` are what a page shows of it in order, with the
 * running sum and what changed. `audit` holds it against the ledger: what no movement
 * explains and the accounts to look at. `openFrom` is the first day that is not in a closed month.
 */
export const arrBridge = procedure.input(BridgeScope).query(async ({ ctx: { termwise }, input }) => {
  const { compare, by, ...scope } = input;
  const asked = await answering(termwise, scope);
  const facts = (await termwise.books()).factsAt(asked.recorded);
  const now = reading(asked, facts);
  const before = comparedWith(asked, compare);
  const then = before && compared(asked.over(before), facts, by);
  const openFrom = addDays(lastDayOf(asked.lastClosed), 1);
  const { period, policy, book, slice } = asked;
  const membership = by !== undefined || dimensionsOf(slice).length > 0;
  const whole = now.whole();
  const earlier = then?.whole ?? null;
  return wire({
    ...whole,
    period: { text: period.text, from: period.from, to: period.to },
    openFrom: period.to < openFrom ? null : openFrom,
    version: asked.versionOf(termById("arr-bridge")),
    fx: policy.fx,
    policyText: policyLines(policy, book.ledgerPolicy).join(". "),
    rows: bridgeRows(whole, earlier, membership),
    compare: earlier,
    compareMissing: then?.missing ?? null,
    by: by ?? null,
    groups: by
      ? groupsOf(now.parts(by), then?.parts ?? new Map()).sort((a, b) => (a.opening > b.opening ? -1 : 1))
      : [],
    audit: bridgeAudit(windowFor(asked)),
  });
});

/** The bridge of each value of a dimension, with the same of the period compared with where it was there. */
function groupsOf(now: ReadonlyMap<string, BridgeView>, then: ReadonlyMap<string, BridgeView>) {
  return [...now].map(([value, view]) => ({
    value,
    opening: view.opening,
    closing: view.closing,
    rows: bridgeRows(view, then.get(value) ?? null, true),
  }));
}

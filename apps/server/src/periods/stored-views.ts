import type { ClosedPeriod, FrozenLine, FrozenView } from "@termwise/core/closing";
import { dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import type { Slice } from "@termwise/core/retention";
import { loadClosedLines, loadClosedViews } from "@termwise/db";
import type { Termwise } from "../termwise.ts";

/** A view of a close, and its place among its views. */
export interface PlacedView {
  readonly number: number;
  readonly place: number;
  readonly view: FrozenView;
}

/** Refuses whoever sees some accounts alone: what was frozen is of the whole book, and tells of all. */
export function assertWhole({ whole }: Pick<Termwise, "whole">): void {
  if (!whole)
    throw new Failure(
      "forbidden",
      "A close freezes the whole book, and you see a part of it. Ask for it as of a day instead",
    );
}

/** The views of some closes, as they were frozen. */
export async function viewsOf(termwise: Termwise, closes: readonly ClosedPeriod[]): Promise<PlacedView[]> {
  assertWhole(termwise);
  const stored = await termwise.read((tx) =>
    loadClosedViews(
      tx,
      closes.map(({ number }) => number),
    ),
  );
  return stored.map(({ number, view, content }) => ({
    number,
    place: view,
    view: JSON.parse(content) as FrozenView,
  }));
}

/** The accounts behind a view, as they were frozen. */
export async function linesOf(termwise: Termwise, { number, place }: PlacedView): Promise<FrozenLine[]> {
  assertWhole(termwise);
  const stored = await termwise.read((tx) => loadClosedLines(tx, { number, view: place }));
  return stored.map((line) => JSON.parse(line) as FrozenLine);
}

/** Whether a view is about exactly these days and this slice. */
export function isAbout({ view }: PlacedView, days: { from: string; to: string }, slice: Slice): boolean {
  const { window, slice: own } = view;
  if (window.from !== days.from || window.to !== days.to) return false;
  const asked = dimensions.filter((dimension) => slice[dimension] !== undefined);
  if (own.dimension === null) return asked.length === 0;
  const values = slice[own.dimension];
  return asked.length === 1 && values?.length === 1 && values[0] === own.value;
}

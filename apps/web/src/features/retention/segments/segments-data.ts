import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { valueName } from "../../../lib/dimension-names.ts";
import { useScope } from "../../../lib/scope.ts";
import type { Search } from "../../../lib/search.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";

/** A slice by one or two attributes, as the server tells it. */
export type SegmentView = Outputs["retention"]["segments"];
/** One part of the slice, or all of it. */
export type Line = SegmentView["rows"][number];
/** The rates of a part. */
export type RateKey = keyof Line["rates"];

/** The attributes the address asks for: one, or two different ones. */
export function cutBy(search: Search): string[] {
  const [first, second] = [search["by"] ?? "segment", search["and"]];
  return second === undefined || second === first ? [first] : [first, second];
}

/** The parts of the scope in the address; the last answer stays in sight while the next is on its way. */
export function useSegments() {
  const scope = useScope();
  const { search } = useSearchState();
  const asked = {
    ...scope,
    ...(search["compare"] ? { compare: search["compare"] } : {}),
    by: cutBy(search),
  } as Inputs["retention"]["segments"];
  return useQuery(trpc.retention.segments.queryOptions(asked, { placeholderData: keepPreviousData }));
}

/** A part's name: its values, an absent one in words; without values it is all of them. */
export function nameOf(values: readonly string[], by: readonly string[]): string {
  if (values.length === 0) return "All accounts";
  return values.map((value, i) => valueName(value, by[i] ?? "")).join(", ");
}

/** How a part is kept apart from others. */
export const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** The filters that leave one part. */
export function withinOf(values: readonly string[], by: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(values.map((value, i) => [by[i] ?? "", [value]]));
}

const numbers: Readonly<Record<string, (line: Line) => number>> = {
  accounts: ({ accounts }) => accounts,
  opening: ({ opening }) => Number(opening),
  ...Object.fromEntries(
    (["nrr", "grr", "logo", "expansion", "contraction", "churn"] as const).flatMap((rate) => [
      [rate, ({ rates }: Line) => Number(rates[rate].value ?? Number.NEGATIVE_INFINITY)],
      [`${rate}Change`, ({ rates }: Line) => Number(rates[rate].change ?? Number.NEGATIVE_INFINITY)],
    ]),
  ),
};

/** The parts in the order asked for; the largest first where none is. What cannot be read is told by the page's notices. */
export function inOrder(view: SegmentView, sort: string | undefined): Line[] {
  const key = (sort ?? "").replace(/^-/, "");
  const down = sort?.startsWith("-") ?? false;
  if (key === "name") {
    const named = [...view.rows].sort((a, b) =>
      nameOf(a.values, view.by).localeCompare(nameOf(b.values, view.by), "en"),
    );
    return down ? named.reverse() : named;
  }
  const of = numbers[key];
  if (!of) return view.rows;
  return [...view.rows].sort((a, b) => (down ? of(b) - of(a) : of(a) - of(b)));
}

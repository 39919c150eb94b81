import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { compactMoney, money, percent, points } from "../../../lib/format.ts";
import { useScope } from "../../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { wayOf, waysIn } from "../../../lib/ways.ts";

/** One period counted several ways, as the server tells it. */
export type CompareView = Outputs["retention"]["compare"];
/** One of the other ways. */
export type WayView = CompareView["ways"][number];
/** The accounts that make a figure differ. */
export type Differences = Outputs["retention"]["differences"];
/** A figure that is counted both ways. */
export type ComparedTerm = NonNullable<Inputs["retention"]["differences"]["term"]>;

/** The figures, in the order they stand. */
export const comparedTerms = ["nrr", "grr", "logo-retention", "opening-arr", "closing-cohort-arr"] as const;

/** The ways in the address, their names beside what the server says of each. */
export function useCompare() {
  const scope = useScope();
  const { search } = useSearchState();
  const names = waysIn(search);
  const asked = {
    ...scope,
    ways: names.map((name) => wayOf(name, search)),
  } as Inputs["retention"]["compare"];
  return {
    names,
    query: useQuery(trpc.retention.compare.queryOptions(asked, { placeholderData: keepPreviousData })),
  };
}

type Figure = CompareView["figures"][number];

/** A figure's value as it stands in a column. */
export function valueText({ value, unit, currency }: Figure, full = false): string {
  if (value === null) return "—";
  if (unit === "ratio") return percent(value, { digits: full ? 2 : 1 });
  return full ? money(value, currency ?? "USD", { whole: true }) : compactMoney(value, currency ?? "USD");
}

/** How far apart two figures are: points for a share, an amount for an amount. */
export function differenceText(
  difference: string | null,
  { unit, currency }: Pick<Figure, "unit" | "currency">,
  { digits = 2, compact = false }: { digits?: number; compact?: boolean } = {},
): string {
  if (difference === null) return "—";
  if (unit === "ratio") return points(difference, { digits });
  return compact
    ? compactMoney(difference, currency ?? "USD", { signed: true })
    : money(difference, currency ?? "USD", { signed: true });
}

/** Which figure and which way the accounts are shown for: those in the address, else the first pair that differs. */
export function chosenPair(
  view: CompareView,
  names: readonly string[],
  asked: { figure?: string | undefined; way?: string | undefined },
): { term: ComparedTerm; way: string } | null {
  const open = names.filter((_, i) => view.ways[i]?.fault === null);
  const ways = open.filter((name) => asked.way === undefined || name === asked.way);
  const terms = comparedTerms.filter((term) => asked.figure === undefined || term === asked.figure);
  const pairs = terms.flatMap((term) => (ways.length > 0 ? ways : open).map((way) => ({ term, way })));
  const differs = ({ term, way }: (typeof pairs)[number]) =>
    (view.ways[names.indexOf(way)]?.figures[comparedTerms.indexOf(term)]?.accounts ?? 0) > 0;
  return pairs.find(differs) ?? pairs[0] ?? null;
}

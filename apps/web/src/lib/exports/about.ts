import { dayText, momentText } from "../format.ts";
import { policyNames, type Scope, scopeOf } from "../scope.ts";
import { readSearch } from "../search.ts";
import { type Inputs, queryClient, trpc } from "../trpc.ts";
import { parseSearch } from "../url.ts";
import type { Cell, Sheet } from "./cell.ts";
import type { WorkbookSheet } from "./xlsx.ts";

/** What an exported figure or table must say of itself to be trusted away from its page. */
export interface About {
  readonly title: string;
  /** The period as the address writes it, and its days. */
  readonly period: string | null;
  readonly days: string | null;
  readonly definitions: readonly string[];
  readonly policy: string | null;
  readonly filters: readonly string[];
  /** What was known on a day that was asked for, or when the newest fact in it was recorded; the day of either. */
  readonly asOf: string;
  readonly asOfDay: string | null;
  readonly link: string;
}

type Asked = Inputs["metrics"]["value"];

type AskedTerm = Inputs["glossary"]["term"];

const termOf = (id: string) =>
  queryClient.fetchQuery({ ...trpc.glossary.term.queryOptions({ id } as AskedTerm), staleTime: 60_000 });

/** Asks the server by which definitions, policy and knowledge the figures of the open page are told. */
export async function aboutPage(title: string, terms: readonly string[], currency?: string): Promise<About> {
  const { search } = readSearch(parseSearch(location.search));
  const scope: Scope = { ...scopeOf(search), ...(currency === undefined ? {} : { currency }) };
  const named = await Promise.all(terms.map(termOf));
  // Of a term that is no metric, such as the bridge, any metric tells period, policy and what was known.
  const metrics = named.filter(({ computedBy }) => computedBy?.symbol === "figureOf").map(({ id }) => id);
  const asked = terms.length > 0 && metrics.length === 0 ? ["nrr"] : metrics;
  const figures = await Promise.all(
    asked.map((term) => queryClient.fetchQuery(trpc.metrics.value.queryOptions({ ...scope, term } as Asked))),
  );
  // The version that counted in the period, where a figure tells it; else the one in force.
  const versionOf = (id: string, latest: number) =>
    figures.find(({ term }) => term === id)?.version ?? latest;
  const workspace = await queryClient.fetchQuery({ ...trpc.workspace.get.queryOptions(), staleTime: 60_000 });
  const [figure] = figures;
  const filters = Object.entries(scope.filters ?? {}).map(
    ([dimension, values]) => `${dimension} is ${values.map((value) => value || "empty").join(" or ")}`,
  );
  const freshAt = figure?.freshAt ?? workspace.freshAt;
  return {
    title,
    period: figure?.period.text ?? search["period"] ?? null,
    days: figure ? `${dayText(figure.period.from)} to ${dayText(figure.period.to)}` : null,
    definitions: named.map(({ id, name, versions }) => {
      const version = versionOf(id, versions.at(-1)?.version ?? 1);
      return `${name} v${version} (${id}@${version})`;
    }),
    policy: figure?.policyText ?? (choicesText(scope) || null),
    filters,
    asOf: search["asof"]
      ? `what was known on ${dayText(search["asof"])}`
      : freshAt
        ? momentText(freshAt)
        : "no data yet",
    asOfDay: search["asof"] ?? freshAt?.slice(0, 10) ?? null,
    link: location.href,
  };
}

const choicesText = ({ policy = {} }: Scope): string =>
  Object.entries(policy)
    .map(
      ([key, value]) =>
        `${Object.entries(policyNames).find(([, name]) => name === key)?.[0] ?? key} ${value}`,
    )
    .join(", ");

/** The lines an image carries below its chart. */
export function aboutLines(about: About): string[] {
  const { period, days, definitions, policy, filters, asOf, link } = about;
  return [
    [period && `Period ${period}${days ? `, ${days}` : ""}`, `as of ${asOf}`].filter(Boolean).join(" · "),
    definitions.length > 0 ? `Definitions: ${definitions.join(", ")}` : null,
    policy && `Policy: ${policy}`,
    `Filters: ${filters.length > 0 ? filters.join("; ") : "none"}`,
    link,
  ].filter((line) => line !== null);
}

/** The first sheet of a workbook: what its tables are, by which definitions, of when, and the way back. */
export function aboutSheet(about: About, { rows }: Pick<Sheet, "rows">): WorkbookSheet {
  const of = (label: string, value: Cell): Cell[] => [label, value];
  return {
    name: "About",
    head: false,
    rows: [
      of("Table", about.title),
      of("Period", about.period ?? "as the page shows it"),
      ...(about.days ? [of("Days", about.days)] : []),
      ...(about.definitions.length > 0
        ? about.definitions.map((definition) => of("Definition", definition))
        : [of("Definition", "A list of records; no figure is computed")]),
      of("Policy", about.policy ?? "as the definitions say"),
      of("Filters", about.filters.join("; ") || "none"),
      of("As of", about.asOf),
      ...(about.asOfDay ? [of("As of, day", { day: about.asOfDay })] : []),
      of("Exported on", { day: new Date().toISOString().slice(0, 10) }),
      of("Rows", { number: String(rows.length) }),
      of("Link", about.link),
    ],
  };
}

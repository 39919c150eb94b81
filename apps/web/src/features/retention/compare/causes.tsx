import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, CircleAlert } from "lucide-react";
import { EffectBar } from "../../../charts/effect-bar.tsx";
import type { Cell } from "../../../lib/exports/cell.ts";
import { count, counted, majorOf, money, percent } from "../../../lib/format.ts";
import { useScope } from "../../../lib/scope.ts";
import { type Inputs, queryClient, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { wayName } from "../../../lib/way-names.ts";
import { wayOf } from "../../../lib/ways.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FindField } from "../../../ui/find-field.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { TableExport } from "../../../ui/table-export.tsx";
import {
  type ComparedTerm,
  type CompareView,
  chosenPair,
  type Differences,
  differenceText,
} from "./compare-data.ts";

type Asked = Inputs["retention"]["differences"];
type Row = Differences["rows"][number];
const few = 50;
const most = 500;
const sorts = ["size", "effect", "name"].flatMap((key) => [key, `-${key}`]);

/** The accounts that make one figure differ between the house and one other way, with their sum. */
export function Causes({ view, names }: { view: CompareView; names: readonly string[] }) {
  const scope = useScope();
  const { search, change } = useSearchState();
  const open = names.filter((_, i) => view.ways[i]?.fault === null);
  const chosen = chosenPair(view, names, { figure: search["figure"], way: search["way"] });
  const way = chosen?.way;
  const term = chosen?.term ?? "nrr";
  const pageSize = search["rows"] === "all" ? most : few;
  const asked = {
    ...scope,
    way: wayOf(way ?? "all-movements", search),
    term,
    pageSize,
    sort: sorts.includes(search["sort"] ?? "") ? search["sort"] : "-size",
    ...(search["q"] ? { search: search["q"] } : {}),
  } as Asked;
  const query = useQuery(
    trpc.retention.differences.queryOptions(asked, {
      placeholderData: keepPreviousData,
      enabled: way !== undefined,
    }),
  );
  if (way === undefined) return null;
  return (
    <section className="card flex min-w-0 flex-col" aria-labelledby="causes-title" id="causes">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2 px-4 pt-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="causes-title" className="text-sm font-semibold">
            Which accounts make the difference
          </h2>
          <p className="num mt-0.5 text-2xs text-subtle">{query.data ? saidOf(query.data, way) : "\u00a0"}</p>
        </div>
        <div className="flex flex-wrap items-center gap-1">
          <ChoiceMenu
            label="Figure"
            value={term}
            choices={view.figures.map((figure) => ({ value: figure.term, label: figure.name }))}
            onChange={(next) => change({ figure: next })}
          />
          <ChoiceMenu
            label="Against"
            value={way}
            choices={open.map((name) => ({ value: name, label: wayName(name) }))}
            onChange={(next) => change({ way: next })}
          />
          <CausesExport asked={asked} term={term} way={way} />
        </div>
      </div>
      <Loaded
        query={query}
        what="The accounts behind the difference"
        skeleton={<Skeleton className="m-4 h-80" />}
      >
        {(found) => <Rows found={found} term={term} way={way} />}
      </Loaded>
    </section>
  );
}

function saidOf({ a, difference, count: all }: Differences, way: string): string {
  if (all === 0) return `${wayName(way)} counts every account of this figure as the house does.`;
  if (difference === null) return "One of the two has no base, so there is no difference to share out.";
  return `${wayName(way)} less the house: ${differenceText(difference, a, { digits: 4 })}, by ${counted(all, "account")}.`;
}

function Rows({ found, term, way }: { found: Differences; term: string; way: string }) {
  const { search, change } = useSearchState();
  const { a, rows } = found;
  const largest = Math.max(...rows.map(({ effect }) => Math.abs(Number(effect ?? 0))), 0);
  const sum = (minor: string) =>
    a.currency === null ? count(minor) : money(minor, a.currency, { whole: true });
  const side = ({ numerator, denominator }: Row["a"]) => (
    <>
      {sum(numerator)}
      {a.unit === "ratio" && <small>of {sum(denominator)}</small>}
    </>
  );
  const total = ({ numerator, denominator }: Differences["a"]) => (
    <>
      {numerator === null ? "—" : sum(numerator)}
      {denominator !== null && <small>of {sum(denominator)}</small>}
    </>
  );
  const columns: Column<Row>[] = [
    {
      key: "name",
      header: "Account",
      sort: "name",
      cell: (row) => (
        <>
          <Link
            to="/accounts/$accountId"
            params={{ accountId: row.accountId }}
            className="block max-w-36 truncate leading-6 sm:max-w-64"
            title={row.name}
          >
            {row.name}
          </Link>
          <small>{row.segment ?? "No segment"}</small>
        </>
      ),
      footer: `All ${counted(found.count, "account")}`,
    },
    {
      key: "effect",
      header: "Effect",
      sort: "effect",
      numeric: true,
      cell: (row) => (
        <span data-effect={row.effect ?? ""}>{differenceText(row.effect, a, { digits: 4 })}</span>
      ),
      footer: (
        <span data-total={found.difference ?? ""}>{differenceText(found.difference, a, { digits: 4 })}</span>
      ),
    },
    {
      key: "bar",
      header: <span className="sr-only">Effect, drawn</span>,
      className: "w-[76px] hidden @[38.75rem]/page:table-cell",
      cell: (row) => (
        <EffectBar
          value={Number(row.effect ?? 0)}
          largest={largest}
          color={Number(row.effect ?? 0) < 0 ? "var(--mv-contraction)" : "var(--mv-expansion)"}
        />
      ),
    },
    {
      key: "share",
      header: "Of the difference",
      numeric: true,
      className: "hidden @[38.75rem]/page:table-cell",
      cell: (row) => (row.share === null ? "—" : percent(row.share)),
      footer: found.difference === null ? "" : percent("1"),
    },
    {
      key: "house",
      header: "House",
      numeric: true,
      cell: (row) => side(row.a),
      footer: <span className="text-2xs font-normal text-subtle">whole figure {total(found.a)}</span>,
    },
    {
      key: "way",
      header: wayName(way),
      numeric: true,
      cell: (row) => side(row.b),
      footer: <span className="text-2xs font-normal text-subtle">whole figure {total(found.b)}</span>,
    },
  ];
  if (found.count === 0)
    return <p className="px-4 py-8 text-xs text-muted">No account counts otherwise in this figure.</p>;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 pt-2">
        <FindField
          label="Find among the accounts"
          placeholder={`Find in ${counted(found.count, "account")}`}
        />
      </div>
      <div className="mt-1" data-differences={term}>
        {rows.length === 0 ? (
          <p className="px-4 py-8 text-xs text-muted">No account of that name counts otherwise.</p>
        ) : (
          <DataTable
            caption="Accounts that make the difference"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.accountId}
            sort={search["sort"] ?? "-size"}
            onSort={(sort) => change({ sort })}
            tall
            footer
            className="[&_tfoot_:is(td,th)]:h-12"
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-2.5 text-xs">
        {found.difference === null ? (
          <>
            <CircleAlert size={16} strokeWidth={1.75} className="text-warning" aria-hidden />
            <span>Without a base there is nothing to add up.</span>
          </>
        ) : (
          <>
            <Check size={16} strokeWidth={1.75} className="text-positive" aria-hidden />
            <span>The effects of all {counted(found.count, "account")} add up to the difference.</span>
          </>
        )}
        {found.found > rows.length && (
          <Button onClick={() => change({ rows: "all" })}>
            Show {found.found > most ? `${most} of ${count(found.found)}` : `all ${count(found.found)}`}
          </Button>
        )}
      </div>
    </>
  );
}

const headers = [
  "account_id",
  "name",
  "segment",
  "numerator_house",
  "denominator_house",
  "numerator_other",
  "denominator_other",
  "effect",
  "share_of_difference",
  "counted",
] as const;

/** Every account behind the difference, over as many pages as there are. */
function CausesExport({ asked, term, way }: { asked: Asked; term: ComparedTerm; way: string }) {
  const rows = async () => {
    const all: Cell[][] = [];
    for (let page = 1; ; page += 1) {
      const found = await queryClient.fetchQuery(
        trpc.retention.differences.queryOptions({ ...asked, page, pageSize: most }),
      );
      all.push(...found.rows.map((row) => cellsOf(row, found, way)));
      if (all.length >= found.found || found.rows.length === 0) return all;
    }
  };
  return (
    <TableExport
      name={`${term}-${way.replace(":", "-")}`}
      what={`Accounts that make ${term} differ`}
      headers={headers}
      rows={rows}
      terms={[term]}
    />
  );
}

function cellsOf(row: Row, { a }: Differences, way: string): Cell[] {
  const amount = (minor: string): Cell =>
    a.currency === null ? { number: minor } : { money: majorOf(minor, a.currency), currency: a.currency };
  const base = (minor: string): Cell => (a.unit === "ratio" ? amount(minor) : null);
  return [
    row.accountId,
    row.name,
    row.segment,
    amount(row.a.numerator),
    base(row.a.denominator),
    amount(row.b.numerator),
    base(row.b.denominator),
    row.effect === null ? null : a.unit === "ratio" ? { points: row.effect } : amount(row.effect),
    row.share === null ? null : { share: row.share },
    wayName(way),
  ];
}

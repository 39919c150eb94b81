import { Sparkline } from "../../../charts/sparkline.tsx";
import { dimensionNames, valueName } from "../../../lib/dimension-names.ts";
import type { Cell } from "../../../lib/exports/cell.ts";
import { count, counted, majorOf, money, percentNumber, points } from "../../../lib/format.ts";
import { drillOf } from "../../../lib/panels.ts";
import { listText } from "../../../lib/url.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Delta } from "../../../ui/delta.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { TableExport } from "../../../ui/table-export.tsx";
import {
  inOrder,
  keyOf,
  type Line,
  nameOf,
  type RateKey,
  type SegmentView,
  withinOf,
} from "./segments-data.ts";

/** The rates of the table: what they are called, what opens behind them. */
const rates: readonly { key: RateKey; name: string; subject: string }[] = [
  { key: "nrr", name: "NRR", subject: "nrr" },
  { key: "grr", name: "GRR", subject: "grr" },
  { key: "logo", name: "Logo", subject: "logo-retention" },
  { key: "expansion", name: "Expansion", subject: "expansion" },
  { key: "contraction", name: "Contraction", subject: "contraction" },
  { key: "churn", name: "Churn", subject: "churn" },
];

/** Every part with its size, its rates, their changes and a year of NRR; the last row is the whole. */
export function SegmentTable({ view }: { view: SegmentView }) {
  const { search, change } = useSearchState();
  const { by, all, currency } = view;
  const rows = inOrder(view, search["sort"]);
  const known = [...view.rows, all].flatMap(({ series }) =>
    series.flatMap((value) => (value === null ? [] : [Number(value)])),
  );
  const domain = [Math.min(...known, 1), Math.max(...known, 1)] as const;
  const columns: Column<Line>[] = [
    {
      key: "name",
      header: by.map((one) => dimensionNames[one] ?? one).join(" and "),
      sort: "name",
      cell: (line) => <Name line={line} by={by} />,
      footer: "All accounts",
    },
    {
      key: "accounts",
      header: "Accounts",
      numeric: true,
      className: "hidden @[38.75rem]/page:table-cell",
      sort: "accounts",
      cell: (line) => (
        <span className={line.low ? "text-subtle" : ""}>
          {count(line.accounts)}
          {line.low && <small>n&lt;10</small>}
        </span>
      ),
      footer: count(all.accounts),
    },
    {
      key: "opening",
      header: `Opening ARR, ${currency}`,
      numeric: true,
      className: "hidden @[38.75rem]/page:table-cell",
      sort: "opening",
      cell: (line) => <Opening line={line} view={view} />,
      footer: <Opening line={all} view={view} />,
    },
    ...rates.map(
      ({ key, name, subject }): Column<Line> => ({
        key,
        header: `${name} %`,
        numeric: true,
        sort: key,
        cell: (line) => <Rate line={line} view={view} rate={key} name={name} subject={subject} />,
        footer: <Rate line={all} view={view} rate={key} name={name} subject={subject} />,
      }),
    ),
    {
      key: "series",
      header: "NRR, a year",
      className: "w-[88px]",
      cell: (line) => <Year line={line} view={view} domain={domain} />,
      footer: <Year line={all} view={view} domain={domain} />,
    },
  ];
  return (
    <section className="card flex min-w-0 flex-col" aria-labelledby="parts-title">
      <div className="flex flex-wrap items-start justify-between gap-3 px-4 pt-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="parts-title" className="text-sm font-semibold">
            Side by side
          </h2>
          <p className="num mt-0.5 text-2xs text-subtle">
            {search["sort"] ? "" : "The largest first. "}% of opening ARR
            {view.compare && "; below each, the change in pp against the prior year"}. Fewer than 10 accounts
            are not compared.
          </p>
        </div>
        <TableExport
          name="segments"
          what="Retention by segment"
          headers={csvHeaders(view)}
          rows={async () => csvRows(view)}
          terms={["nrr", "grr", "logo-retention"]}
        />
      </div>
      <div className="mt-1">
        <DataTable
          caption={`Retention by ${by.map((one) => dimensionNames[one] ?? one).join(" and ")}`}
          columns={columns}
          rows={rows}
          rowKey={(line) => keyOf(line.values)}
          sort={search["sort"] ?? "-opening"}
          onSort={(sort) => change({ sort })}
          tall
          footer
          className="[&_tfoot_:is(td,th)]:h-12"
        />
      </div>
    </section>
  );
}

/** A part's name narrows the page to it. */
function Name({ line, by }: { line: Line; by: readonly string[] }) {
  const { change } = useSearchState();
  const filters = Object.fromEntries(line.values.map((value, i) => [`f.${by[i]}`, listText([value])]));
  const [first = "", second] = line.values.map((value, i) => valueName(value, by[i] ?? ""));
  return (
    <button
      type="button"
      className="link block max-w-32 text-left sm:max-w-44"
      title={`Narrow the page to ${nameOf(line.values, by)}`}
      onClick={() => change(filters)}
    >
      <span className="block truncate">{first}</span>
      {second !== undefined && <small className="truncate">{second}</small>}
      <small className="num @[38.75rem]/page:hidden!">
        {counted(line.accounts, "acct")}
        {line.share !== null && `, ${percentNumber(line.share, { digits: 0 })} %`}
      </small>
    </button>
  );
}

function Opening({ line, view }: { line: Line; view: SegmentView }) {
  return (
    <>
      <OpensPanel
        panel={drillOf("opening-arr", { within: withinOf(line.values, view.by) })}
        className="link min-h-6 min-w-6 text-right"
        data-figure="opening-arr"
        data-value={line.opening}
        aria-label={`Opening ARR of ${nameOf(line.values, view.by)}, ${money(line.opening, view.currency, { whole: true })}: show the accounts behind it`}
      >
        {money(line.opening, view.currency, { whole: true })}
      </OpensPanel>
      {line.share !== null && <small>{percentNumber(line.share)} %</small>}
    </>
  );
}

interface RateProps {
  line: Line;
  view: SegmentView;
  rate: RateKey;
  name: string;
  subject: string;
}

/** A rate leads to the accounts behind it, and these to its definition. */
function Rate({ line, view: { by, compare }, rate, name, subject }: RateProps) {
  const { value, change } = line.rates[rate];
  if (value === null)
    return (
      <span title="No ARR at the opening" className="text-subtle">
        —<small>no opening</small>
      </span>
    );
  return (
    <>
      <OpensPanel
        panel={drillOf(subject, { within: withinOf(line.values, by) })}
        className="link min-h-6 min-w-6 text-right"
        data-figure={subject}
        data-value={value}
        aria-label={`${name} of ${nameOf(line.values, by)}, ${percentNumber(value)} %: show the accounts behind it`}
      >
        {percentNumber(value)}
      </OpensPanel>
      <small>
        {change === null ? (
          <span className="text-subtle">
            {line.low ? (rate === "nrr" ? "n<10" : "\u00a0") : compare && "—"}
          </span>
        ) : (
          <Delta change={change} text={points(change, { unit: false })} />
        )}
      </small>
    </>
  );
}

function Year({ line, view, domain }: { line: Line; view: SegmentView; domain: readonly [number, number] }) {
  const points = line.series.map((value, i) => ({ value, open: view.series[i]?.open ?? false }));
  return <Sparkline points={points} width={72} height={28} domain={domain} />;
}

function csvHeaders(view: SegmentView): string[] {
  return [
    ...view.by,
    "accounts",
    "opening_arr",
    "currency",
    "share",
    ...rates.flatMap(({ key }) => [key, `${key}_change_pp`]),
    "few_accounts",
  ];
}

function csvRows(view: SegmentView): Cell[][] {
  const { currency } = view;
  return [...view.rows, view.all].map((line): Cell[] => [
    ...view.by.map((_, i) => line.values[i] ?? (line.values.length === 0 ? "All" : "")),
    { number: String(line.accounts) },
    { money: majorOf(line.opening, currency), currency },
    currency,
    line.share === null ? null : { share: line.share },
    ...rates.flatMap(({ key }): Cell[] => {
      const { value, change } = line.rates[key];
      return [value === null ? null : { share: value }, change === null ? null : { points: change }];
    }),
    line.low ? "yes" : "no",
  ]);
}

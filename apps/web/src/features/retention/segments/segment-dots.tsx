import { DotPlot } from "../../../charts/dot-plot.tsx";
import { counted, money, percent, percentNumber } from "../../../lib/format.ts";
import { drillOf } from "../../../lib/panels.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { keyOf, type Line, nameOf, type SegmentView, withinOf } from "./segments-data.ts";

/** More parts than this are read in the table. */
const most = 14;

const axis = (share: string | null) => (share === null ? null : Number(share) * 100);

/** NRR of every part on one axis, each dot as large as its opening ARR, n printed. */
export function SegmentDots({ view }: { view: SegmentView }) {
  const { change } = useSearchState();
  const { by, all, currency } = view;
  const lines = view.rows.slice(0, most);
  const whole = all.rates.nrr.value;
  const columns: Column<Line>[] = [
    { key: "name", header: "Part", cell: (line) => nameOf(line.values, by) },
    { key: "accounts", header: "Accounts", numeric: true, cell: (line) => line.accounts },
    {
      key: "opening",
      header: "Opening ARR",
      numeric: true,
      cell: (line) => money(line.opening, currency, { whole: true }),
    },
    {
      key: "nrr",
      header: "NRR",
      numeric: true,
      cell: ({ rates }) => (rates.nrr.value === null ? "—" : percent(rates.nrr.value)),
    },
  ];
  return (
    <ChartFrame
      name="dots"
      title="Where it is good, and how much of it there is"
      subtitle="NRR %, the area of a dot is opening ARR; hatched below 10 accounts; dashed: all accounts"
      summary={dotsSummary(view)}
      table={
        <DataTable
          caption="NRR by part"
          columns={columns}
          rows={lines}
          rowKey={(line) => keyOf(line.values)}
        />
      }
    >
      <DotPlot
        label={`NRR by part. ${dotsSummary(view)}`}
        rows={lines.map((line) => ({
          key: keyOf(line.values),
          name: nameOf(line.values, by),
          under: [
            counted(line.accounts, "acct"),
            ...(line.share === null ? [] : [percent(line.share, { digits: 0 })]),
          ].join(", "),
          value: axis(line.rates.nrr.value),
          size: Number(line.opening),
          text: line.rates.nrr.value === null ? "—" : percentNumber(line.rates.nrr.value),
          low: line.low,
        }))}
        whole={whole === null ? null : { value: Number(whole) * 100, text: percentNumber(whole) }}
        onSelect={(key) => {
          const line = lines.find(({ values }) => keyOf(values) === key);
          if (line) change({ panel: drillOf("nrr", { within: withinOf(line.values, by) }) }, { push: true });
        }}
      />
    </ChartFrame>
  );
}

/** The best and the worst of the parts that are large enough to be read, in one sentence. */
function dotsSummary({ rows, by, all }: SegmentView): string {
  const read = rows.filter(({ low, rates }) => !low && rates.nrr.value !== null);
  const [first, ...rest] = read.toSorted((a, b) => Number(b.rates.nrr.value) - Number(a.rates.nrr.value));
  const last = rest.at(-1);
  const whole = all.rates.nrr.value === null ? "" : `; all accounts ${percent(all.rates.nrr.value)}`;
  const said = (line: Line) => `${nameOf(line.values, by)} ${percent(line.rates.nrr.value ?? "0")}`;
  const left = rows.length > most ? ` The ${most} largest of ${rows.length} are drawn.` : "";
  if (!first) return `No part has 10 accounts${whole}.${left}`;
  if (!last) return `${said(first)}${whole}.${left}`;
  return `From ${said(last)} to ${said(first)}${whole}.${left}`;
}

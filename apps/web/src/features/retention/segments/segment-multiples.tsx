import { Multiples, sharedScale } from "../../../charts/multiples.tsx";
import { counted, dayText, percent, shortMonth } from "../../../lib/format.ts";
import { drillOf } from "../../../lib/panels.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { keyOf, type Line, nameOf, type SegmentView, withinOf } from "./segments-data.ts";

const most = 12;

/** NRR of a year for each part, on one scale, the largest first. */
export function SegmentMultiples({ view }: { view: SegmentView }) {
  const { change } = useSearchState();
  const { by, series } = view;
  const lines = view.rows.slice(0, most);
  const drawn = lines.map((line) =>
    line.series.map((value) => (value === null ? null : Number(value) * 100)),
  );
  const scale = sharedScale(drawn.flat().filter((value) => value !== null));
  const [first, last] = [series[0], series.at(-1)];
  const said = (value: string | null | undefined) =>
    value === null || value === undefined ? "—" : percent(value);
  const columns: Column<(typeof series)[number] & { at: number }>[] = [
    {
      key: "on",
      header: "Window to",
      cell: (window) => `${dayText(window.on)}${window.open ? ", to date" : ""}`,
    },
    ...lines.map(
      (line): Column<(typeof series)[number] & { at: number }> => ({
        key: keyOf(line.values),
        header: nameOf(line.values, by),
        numeric: true,
        cell: ({ at }) => said(line.series[at]),
      }),
    ),
  ];
  return (
    <ChartFrame
      name="multiples"
      title="A year, part by part"
      subtitle={`NRR %, one scale for all, ${scale.from}–${scale.to} %; the largest opening ARR first${last?.open ? "; dashed: to date" : ""}`}
      summary={summaryOf(lines, view)}
      table={
        <DataTable
          caption="NRR by part and month"
          columns={columns}
          rows={series.map((window, at) => ({ ...window, at }))}
          rowKey={({ period }) => period}
        />
      }
    >
      <Multiples
        label="NRR of a year by part"
        scale={scale}
        open={last?.open ?? false}
        ends={[first ? shortMonth(first.on, true) : "", last ? shortMonth(last.on, true) : ""]}
        multiples={lines.map((line, i) => ({
          key: keyOf(line.values),
          name: nameOf(line.values, by),
          under: `${said(line.rates.nrr.value)}, ${counted(line.accounts, "acct")}${line.low ? ", n<10" : ""}`,
          values: drawn[i] ?? [],
          text: lineText(line),
          low: line.low,
        }))}
        onSelect={(key) => {
          const line = lines.find(({ values }) => keyOf(values) === key);
          if (line) change({ panel: drillOf("nrr", { within: withinOf(line.values, by) }) }, { push: true });
        }}
      />
    </ChartFrame>
  );
}

/** Where a line begins and ends, in words. */
function lineText({ series }: Line): string {
  const known = series.flatMap((value) => (value === null ? [] : [value]));
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined
    ? "no ARR at the opening"
    : `NRR from ${percent(first)} to ${percent(last)}`;
}

function summaryOf(lines: readonly Line[], { by, rows }: SegmentView): string {
  const [largest] = lines;
  if (!largest) return "No account with ARR at the opening.";
  const left = rows.length > most ? ` The ${most} largest of ${rows.length} are drawn.` : "";
  return `${nameOf(largest.values, by)}: ${lineText(largest)}.${left}`;
}

import { Dumbbell } from "../../../charts/dumbbell.tsx";
import { labelled, niceScale } from "../../../charts/ticks.ts";
import { cx } from "../../../lib/class-names.ts";
import { percent, percentNumber, points } from "../../../lib/format.ts";
import { wayName } from "../../../lib/way-names.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import type { CompareView } from "./compare-data.ts";

const ratios = 3;
const grid =
  "grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)_5.5rem] items-center gap-3 max-sm:grid-cols-[minmax(0,7rem)_minmax(0,1fr)_4rem]";

interface Row {
  key: string;
  term: string;
  figure: string;
  way: string;
  house: string | null;
  theirs: string | null;
  difference: string | null;
}

function rowsOf(view: CompareView, names: readonly string[]): Row[] {
  return view.figures.slice(0, ratios).flatMap((house, index) =>
    view.ways.flatMap((way, i): Row[] => {
      const told = way.figures[index];
      if (!told) return [];
      const name = names[i] ?? "";
      return [
        {
          key: `${house.term} ${name}`,
          term: house.term,
          figure: house.name,
          way: wayName(name),
          house: house.value,
          theirs: told.figure.value,
          difference: told.difference,
        },
      ];
    }),
  );
}

const axis = (share: string | null) => (share === null ? null : Number(share) * 100);

/** The three rates on one scale: hollow as the house counts, full another way. */
export function SpreadChart({ view, names }: { view: CompareView; names: readonly string[] }) {
  const rows = rowsOf(view, names);
  const values = rows.flatMap(({ house, theirs }) => [axis(house), axis(theirs)]).filter((v) => v !== null);
  const scale = niceScale([...values, 100], { wanted: 5 });
  const columns: Column<Row>[] = [
    { key: "figure", header: "Figure", cell: ({ figure }) => figure },
    { key: "way", header: "Counted", cell: ({ way }) => way },
    {
      key: "house",
      header: "House",
      numeric: true,
      cell: ({ house }) => (house === null ? "—" : percent(house, { digits: 2 })),
    },
    {
      key: "theirs",
      header: "This way",
      numeric: true,
      cell: ({ theirs }) => (theirs === null ? "—" : percent(theirs, { digits: 2 })),
    },
    {
      key: "difference",
      header: "Difference",
      numeric: true,
      cell: ({ difference }) => (difference === null ? "—" : points(difference, { digits: 2 })),
    },
  ];
  return (
    <ChartFrame
      name="spread"
      title="How far the ways lie apart"
      subtitle={`%, axis ${scale.from}–${scale.to} %; hollow: as the house counts, full: the other way`}
      summary={summaryOf(rows)}
      table={
        <DataTable
          caption="Rates counted several ways"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
        />
      }
    >
      <div role="img" aria-label={`How far the ways lie apart. ${summaryOf(rows)}`}>
        <div className={cx(grid, "h-5")}>
          <span />
          <span className="num relative block h-4 text-2xs text-subtle">
            {labelled(scale.ticks, 100, scale, 0.34).map((tick) => (
              <span
                key={tick}
                className={cx("absolute -translate-x-1/2", tick === 100 && "font-medium text-fg")}
                style={{ left: `${((tick - scale.from) / (scale.to - scale.from)) * 100}%` }}
              >
                {tick}
              </span>
            ))}
          </span>
        </div>
        {rows.map((row, i) => (
          <div key={row.key} className={cx(grid, "border-t border-line")}>
            <p className="min-w-0 leading-4">
              <span className="block truncate text-2xs font-medium" title={row.figure}>
                {i === 0 || rows[i - 1]?.term !== row.term ? row.figure : " "}
              </span>
              <span className="block truncate text-2xs text-subtle" title={row.way}>
                {row.way}
              </span>
            </p>
            <Dumbbell
              before={axis(row.house)}
              now={axis(row.theirs)}
              from={scale.from}
              to={scale.to}
              ticks={scale.ticks}
              emphasis={100}
              color="var(--cat-1)"
            />
            <p className="num text-right text-xs leading-4">
              <span className="font-semibold">{row.theirs === null ? "—" : percentNumber(row.theirs)}</span>
              <span className="block text-2xs text-subtle">
                {row.difference === null ? "—" : points(row.difference, { digits: 2, unit: false })}
              </span>
            </p>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** The widest gap, in words. */
function summaryOf(rows: readonly Row[]): string {
  const told = rows.filter(({ difference }) => difference !== null && /[1-9]/.test(difference));
  const [widest] = told.toSorted((a, b) => Math.abs(Number(b.difference)) - Math.abs(Number(a.difference)));
  if (!widest) return "Every way gives the same rates.";
  return `The widest gap: ${widest.figure}, ${widest.way}, ${points(widest.difference ?? "0", { digits: 2 })}.`;
}

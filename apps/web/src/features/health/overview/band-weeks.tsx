import { useWidth } from "../../../charts/use-width.ts";
import { count, counted, dayText } from "../../../lib/format.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { BandMark, bandLooks, bandOrder } from "../../../ui/health-mark.tsx";
import type { Overview } from "../health.ts";
import { boundariesDiffer, boundaryWords } from "./boundary-words.ts";

/** Anything with how many accounts stood in each band. */
export interface BandColumn {
  readonly week: string;
  readonly bands: readonly { readonly band: (typeof bandOrder)[number]; readonly accounts: number }[];
}

/** How many accounts stood in each band, week by week. */
export function BandWeeks({ overview: { weeks, boundaries } }: { overview: Overview }) {
  const [first, last] = [weeks.at(0), weeks.at(-1)];
  const lowIn = (of: BandColumn | undefined) => of?.bands.find(({ band }) => band === "low")?.accounts ?? 0;
  return (
    <ChartFrame
      name="weeks"
      title="Accounts by band, week by week"
      subtitle={
        first && last
          ? `Weeks to ${dayText(first.week)} … ${dayText(last.week)}; customers of today, unknown before they were measured`
          : ""
      }
      summary={`${boundariesDiffer(boundaries) ? `Each week by the boundaries in force in it: ${boundaryWords(boundaries)} ` : ""}Low in the last week: ${counted(lowIn(last), "account")}; in the first: ${count(lowIn(first))}.`}
      terms={["health-score-distribution"]}
      table={<BandTable columns={weeks} caption="Accounts by band, week by week" />}
    >
      <BandStacks columns={weeks} />
    </ChartFrame>
  );
}

/** The same as a table: a row a week. */
export function BandTable({ columns, caption }: { columns: readonly BandColumn[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={columns}
      rowKey={({ week }) => week}
      columns={[
        {
          key: "week",
          header: "Week to",
          cell: ({ week }) => dayText(week),
          value: ({ week }) => ({ day: week }),
        },
        ...bandOrder.map((band) => ({
          key: band,
          header: bandLooks[band].name,
          numeric: true,
          cell: ({ bands }: BandColumn) => count(bands.find((one) => one.band === band)?.accounts ?? 0),
        })),
      ]}
    />
  );
}

/** Stacked columns of equal height: the share of accounts in each band, the worst at the foot, unknown at the top. */
export function BandStacks({ columns }: { columns: readonly BandColumn[] }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const height = 168;
  const step = width / Math.max(1, columns.length);
  return (
    <div ref={ref}>
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted" aria-label="Bands">
        {bandOrder.map((band) => (
          <li key={band} className="inline-flex items-center gap-1">
            <BandMark band={band} /> {bandLooks[band].name}
          </li>
        ))}
      </ul>
      {width > 0 && (
        <svg
          width={width}
          height={height + 22}
          role="img"
          aria-label="Share of accounts in each band, week by week"
        >
          {columns.map(({ week, bands }, at) => {
            const all = bands.reduce((sum, { accounts }) => sum + accounts, 0) || 1;
            let foot = height;
            return (
              <g key={week}>
                {bandOrder.map((band) => {
                  const own = bands.find((one) => one.band === band)?.accounts ?? 0;
                  const tall = (own / all) * height;
                  foot -= tall;
                  return own === 0 ? null : (
                    <rect
                      key={band}
                      x={at * step + 1}
                      y={foot}
                      width={Math.max(2, step - 3)}
                      height={Math.max(1, tall - 1)}
                      fill={bandLooks[band].color}
                      fillOpacity={band === "unknown" ? 0.35 : 1}
                    >
                      <title>{`${dayText(week)}: ${bandLooks[band].name}, ${count(own)}`}</title>
                    </rect>
                  );
                })}
                {(at === 0 || at === columns.length - 1) && (
                  <text
                    x={at === 0 ? 0 : width}
                    y={height + 16}
                    textAnchor={at === 0 ? "start" : "end"}
                    fontSize={12}
                    fontWeight={500}
                    fill="var(--fg-subtle)"
                  >
                    {dayText(week)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

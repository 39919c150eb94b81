import { Few, fewFill } from "./few.tsx";
import { fitted } from "./fitted.ts";
import { niceScale, spread } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** One group then and now; values in axis units, `null` when unknown. */
export interface SlopeRow {
  key: string;
  name: string;
  under: string;
  before: number | null;
  now: number | null;
  beforeText: string;
  nowText: string;
  /** Too few accounts behind it: hatched, and not compared. */
  low: boolean;
  /** The whole, drawn stronger than its parts. */
  total: boolean;
}

interface Props {
  label: string;
  rows: readonly SlopeRow[];
  heads: readonly [before: string, now: string];
  onSelect: (key: string) => void;
}

const rowGap = 32;

/** Labels apart, pushed neither all down nor all up: half way between the two. */
function spreadEvenly(at: readonly number[], gap: number, low: number, high: number): number[] {
  const down = spread(at, gap, low, high);
  const up = spread(
    at.map((y) => low + high - y),
    gap,
    low,
    high,
  );
  return down.map((y, i) => (y + low + high - (up[i] ?? y)) / 2);
}

/** Two periods side by side: what rose and what fell, with the size of each group printed at its end. */
export function SlopeChart({ label, rows, heads, onSelect }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const drawn = rows.filter((row) => row.now !== null);
  const values = drawn.flatMap((row) => [
    row.now ?? 100,
    ...(row.low || row.before === null ? [] : [row.before]),
  ]);
  const scale = niceScale([...values, 100], { wanted: 4 });
  const height = Math.max(200, drawn.length * rowGap + 16) + 28;
  const [left, right] = [46, Math.max(110, width - 196)];
  const [top, bottom] = [36, height - 12];
  const y = (value: number) => bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - top);
  const ends = spreadEvenly(
    drawn.map((row) => y(row.now ?? 100)),
    rowGap,
    top,
    bottom - 6,
  );
  const starts = drawn.filter((row) => !row.low && row.before !== null);
  const startsAt = spread(
    starts.map((row) => y(row.before ?? 100)),
    15,
    top,
    bottom,
  );
  const font = { fontSize: 12, fontWeight: 500, className: "num" } as const;
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} className="block overflow-visible">
          <Few />
          <text x={left} y={12} textAnchor="middle" fill="var(--fg-subtle)" {...font}>
            {heads[0]}
          </text>
          <text x={right} y={12} textAnchor="middle" fill="var(--fg-subtle)" {...font}>
            {heads[1]}
          </text>
          <line x1={left} x2={left} y1={top - 12} y2={height - 4} stroke="var(--border-subtle)" />
          <line x1={right} x2={right} y1={top - 12} y2={height - 4} stroke="var(--border-subtle)" />
          <line x1={left} x2={right} y1={y(100)} y2={y(100)} stroke="var(--border-input)" />
          {drawn.map((row, i) => {
            const [now, labelAt] = [y(row.now ?? 100), ends[i] ?? 0];
            const compared = !row.low && row.before !== null;
            const color = row.total ? "var(--mv-total)" : "var(--cat-1)";
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; the table beside it is the way for keys
              <g key={row.key} onClick={() => onSelect(row.key)} className="cursor-pointer">
                {compared && (
                  <>
                    <line
                      x1={left}
                      x2={right}
                      y1={y(row.before ?? 100)}
                      y2={now}
                      stroke={color}
                      strokeWidth={row.total ? 2.5 : 1.5}
                    />
                    <circle
                      cx={left}
                      cy={y(row.before ?? 100)}
                      r={4}
                      fill="var(--surface)"
                      stroke={color}
                      strokeWidth={1.5}
                    />
                  </>
                )}
                <circle
                  cx={right}
                  cy={now}
                  r={4.5}
                  {...(row.low
                    ? { fill: fewFill, stroke: "var(--border-input)", strokeWidth: 1.5 }
                    : { fill: color })}
                />
                <path
                  d={`M${right + 6} ${now}C${right + 18} ${now} ${right + 18} ${labelAt - 4} ${right + 30} ${labelAt - 4}`}
                  stroke="var(--border-input)"
                  strokeOpacity={0.6}
                  fill="none"
                />
                <text x={right + 34} y={labelAt - 2} fill="var(--fg)" {...font}>
                  <title>{row.name}</title>
                  {fitted(row.name, width - right - 18 - 40)}
                </text>
                <text x={width} y={labelAt - 2} textAnchor="end" fill="var(--fg)" {...font} fontWeight={600}>
                  {row.nowText}
                </text>
                <text x={right + 34} y={labelAt + 12} fill="var(--fg-subtle)" {...font}>
                  {fitted(row.under, width - right - 18)}
                </text>
              </g>
            );
          })}
          {starts.map((row, i) => (
            <text
              key={row.key}
              x={left - 8}
              y={(startsAt[i] ?? 0) + 4}
              textAnchor="end"
              fill={row.total ? "var(--fg)" : "var(--fg-muted)"}
              {...font}
              fontWeight={row.total ? 600 : 500}
            >
              {row.beforeText}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

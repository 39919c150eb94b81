import { Few, fewFill } from "./few.tsx";
import { fitted } from "./fitted.ts";
import { labelled, niceScale } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** One dot: where it stands, how much is behind it, and what is printed. */
export interface DotRow {
  key: string;
  name: string;
  /** Below the name, such as the number of accounts. */
  under: string;
  /** In axis units; `null` when unknown. */
  value: number | null;
  /** What the area of the dot is in proportion to. */
  size: number;
  text: string;
  low: boolean;
}

interface Props {
  label: string;
  rows: readonly DotRow[];
  /** The whole, as a reference line. */
  whole: { value: number; text: string } | null;
  onSelect: (key: string) => void;
}

const rowHeight = 36;
const top = 24;
const largest = 13;
const font = { fontSize: 12, fontWeight: 500, className: "num" } as const;

/** Values of groups on one axis around 100 %, each dot as large as what is behind it. */
export function DotPlot({ label, rows, whole, onSelect }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const known = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  const scale = niceScale([...known, 100, ...(whole ? [whole.value] : [])], { wanted: 5 });
  const names = Math.min(180, width * 0.36);
  const [left, right] = [names + largest, width - 64];
  const x = (value: number) => left + ((value - scale.from) / (scale.to - scale.from)) * (right - left);
  const most = Math.max(...rows.map((row) => row.size), 1);
  const height = top + rows.length * rowHeight + 4;
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} className="block overflow-visible">
          <Few />
          {scale.ticks.map((tick) => (
            <line
              key={tick}
              x1={x(tick)}
              x2={x(tick)}
              y1={top - 4}
              y2={height}
              stroke={tick === 100 ? "var(--border-input)" : "var(--border-subtle)"}
            />
          ))}
          {labelled(scale.ticks, 100, scale, width < 480 ? 0.3 : 0.16).map((tick) => (
            <text
              key={tick}
              x={x(tick)}
              y={12}
              textAnchor="middle"
              fontSize={12}
              fontWeight={500}
              fill={tick === 100 ? "var(--fg)" : "var(--fg-subtle)"}
            >
              {tick}
            </text>
          ))}
          {whole && (
            <line
              x1={x(whole.value)}
              x2={x(whole.value)}
              y1={top - 4}
              y2={height}
              stroke="var(--mv-total)"
              strokeDasharray="3 3"
            />
          )}
          {rows.map((row, i) => {
            const middle = top + rowHeight * (i + 0.5);
            const radius = Math.max(4, Math.sqrt(row.size / most) * largest);
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; the table beside it is the way for keys
              <g key={row.key} onClick={() => onSelect(row.key)} className="cursor-pointer">
                <rect x={0} y={middle - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
                <text x={0} y={middle - 3} fill="var(--fg)" {...font}>
                  <title>{row.name}</title>
                  {fitted(row.name, names)}
                </text>
                <text x={0} y={middle + 12} fill="var(--fg-subtle)" {...font}>
                  {fitted(row.under, names)}
                </text>
                {row.value !== null && (
                  <circle
                    cx={x(row.value)}
                    cy={middle}
                    r={radius}
                    {...(row.low
                      ? { fill: fewFill, stroke: "var(--border-input)", strokeWidth: 1.5 }
                      : { fill: "var(--cat-1)", fillOpacity: 0.85 })}
                  />
                )}
                <text
                  x={width}
                  y={middle + 4}
                  textAnchor="end"
                  fontSize={13}
                  fontWeight={600}
                  fill="var(--fg)"
                  className="num"
                >
                  {row.text}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

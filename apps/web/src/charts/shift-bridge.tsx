import { fitted } from "./fitted.ts";
import { useWidth } from "./use-width.ts";

/** A part of a change: its rate and its mix, in percentage points, and what is printed of them. */
export interface ShiftRow {
  key: string;
  name: string;
  rate: number;
  mix: number;
  text: string;
  under: string;
}

interface Props {
  label: string;
  from: { name: string; text: string };
  to: { name: string; text: string };
  rows: readonly ShiftRow[];
}

const rowHeight = 34;
const bar = 10;

const paint = (pp: number) => (pp < 0 ? "var(--mv-contraction)" : "var(--mv-expansion)");

/**
 * How a rate got from one period to the next: for each group what its own rate did (full) and what its weight did
 * (hatched), one after the other. The ends are markers: only the way between them is drawn.
 */
export function ShiftBridge({ label, from, to, rows }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  let level = 0;
  const steps = rows.map((row) => {
    const start = level;
    const middle = start + row.rate;
    level = middle + row.mix;
    return { row, start, middle, end: level };
  });
  const reached = steps.flatMap(({ start, middle, end }) => [start, middle, end]);
  const [low, high] = [Math.min(0, ...reached), Math.max(0, ...reached)];
  const span = high - low || 1;
  const names = Math.min(170, width * 0.34);
  const [left, right] = [names + 8, width - (width < 480 ? 96 : 150)];
  const x = (value: number) => left + ((value - low) / span) * (right - left);
  const height = (rows.length + 2) * rowHeight + 4;
  const at = (index: number) => rowHeight * (index + 0.5) + 2;
  const label13 = { fontSize: 13, fontWeight: 600, fill: "var(--fg)", className: "num" } as const;
  const small = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)", className: "num" } as const;
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label} className="block overflow-visible">
          <defs>
            {["expansion", "contraction"].map((kind) => (
              <pattern
                key={kind}
                id={`mix-${kind}`}
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="5" height="5" fill="var(--surface)" />
                <rect width="2" height="5" fill={`var(--mv-${kind})`} />
              </pattern>
            ))}
          </defs>
          <End {...from} at={at(0)} x={x(0)} width={width} />
          {steps.map(({ row, start, middle, end }, i) => {
            const y = at(i + 1);
            return (
              <g key={row.key}>
                <line
                  x1={x(start)}
                  x2={x(start)}
                  y1={y - rowHeight + 8}
                  y2={y}
                  stroke="var(--border-input)"
                />
                <rect
                  x={Math.min(x(start), x(middle))}
                  y={y - bar}
                  width={Math.max(1, Math.abs(x(middle) - x(start)))}
                  height={bar}
                  fill={paint(row.rate)}
                />
                <rect
                  x={Math.min(x(middle), x(end))}
                  y={y + 1}
                  width={Math.max(1, Math.abs(x(end) - x(middle)))}
                  height={bar}
                  fill={`url(#mix-${row.mix < 0 ? "contraction" : "expansion"})`}
                  stroke={paint(row.mix)}
                  strokeWidth={0.75}
                />
                <text x={0} y={y + 4} fontSize={12} fontWeight={500} fill="var(--fg)">
                  <title>{row.name}</title>
                  {fitted(row.name, names)}
                </text>
                <text x={width} y={y - 3} textAnchor="end" {...label13}>
                  {row.text}
                </text>
                <text x={width} y={y + 12} textAnchor="end" {...small}>
                  {row.under}
                </text>
              </g>
            );
          })}
          <End {...to} at={at(rows.length + 1)} x={x(level)} width={width} rises />
        </svg>
      )}
    </div>
  );
}

interface EndProps {
  name: string;
  text: string;
  at: number;
  x: number;
  width: number;
  rises?: boolean;
}

function End({ name, text, at, x, width, rises = false }: EndProps) {
  return (
    <g>
      {rises && <line x1={x} x2={x} y1={at - rowHeight + 8} y2={at} stroke="var(--border-input)" />}
      <rect x={x - 1.25} y={at - bar} width={2.5} height={bar * 2} fill="var(--mv-total)" />
      <text x={0} y={at + 4} fontSize={12} fontWeight={600} fill="var(--fg)">
        {name}
      </text>
      <text
        x={width}
        y={at + 4}
        textAnchor="end"
        fontSize={13}
        fontWeight={600}
        fill="var(--fg)"
        className="num"
      >
        {text}
      </text>
    </g>
  );
}

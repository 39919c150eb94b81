import { niceScale } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** A line of what is paid by what is reached. `steps`: each value holds until the next point. */
export interface PayLine {
  readonly key: string;
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly steps?: boolean;
}

/** A point somebody stands at, or might. */
export interface PayMark {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Props {
  label: string;
  lines: readonly PayLine[];
  marks?: readonly PayMark[];
  xText: (value: number) => string;
  yText: (value: number) => string;
  /** What the axes measure. */
  xName: string;
  height: number;
}

const [left, right, top, bottom] = [64, 20, 18, 40];
const font = { fontSize: 12, fontWeight: 500 } as const;
const colours = ["var(--cat-1)", "var(--cat-2)", "var(--cat-3)", "var(--cat-4)"];
const dashes = ["", "6 3", "2 3", "8 3 2 3"];

/** What is paid by what is reached, from zero: as curves, or as steps where a rate holds within a band. */
export function PayCurve({ label, lines, marks = [], xText, yText, xName, height }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const points = [...lines.flatMap((line) => line.points), ...marks];
  const across = niceScale(
    points.map(({ x }) => x),
    { wanted: 6 },
  );
  const up = niceScale(
    points.map(({ y }) => y),
    { wanted: 4, fromZero: true },
  );
  const inner = Math.max(40, width - left - right);
  const base = height - bottom;
  const x = (value: number) => left + ((value - across.from) / (across.to - across.from || 1)) * inner;
  const y = (value: number) => base - ((value - up.from) / (up.to - up.from || 1)) * (base - top);
  const every = Math.max(1, Math.ceil(across.ticks.length / Math.max(1, Math.floor(inner / 56))));
  return (
    <div ref={ref} style={{ minHeight: height }} className="min-w-0 overflow-hidden">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          data-axis={`${up.from}..${up.to}`}
          className="block"
        >
          {up.ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={left}
                x2={left + inner}
                y1={y(tick)}
                y2={y(tick)}
                stroke={tick === 0 ? "var(--border-input)" : "var(--border-subtle)"}
              />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end" fill="var(--fg-subtle)" {...font}>
                {yText(tick)}
              </text>
            </g>
          ))}
          {across.ticks.map((tick, index) =>
            index % every === 0 ? (
              <text
                key={tick}
                x={x(tick)}
                y={base + 16}
                textAnchor={index === 0 ? "start" : "middle"}
                fill="var(--fg-subtle)"
                {...font}
              >
                {xText(tick)}
              </text>
            ) : null,
          )}
          <text x={left + inner} y={height - 6} textAnchor="end" fill="var(--fg-muted)" {...font}>
            {xName}
          </text>
          {lines.map((line, index) => (
            <polyline
              key={line.key}
              data-curve={line.key}
              points={pathOf(line)
                .map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`)
                .join(" ")}
              fill="none"
              stroke={colours[index % colours.length]}
              strokeDasharray={dashes[index % dashes.length]}
              strokeWidth={2}
              strokeLinejoin="round"
            />
          ))}
          {marks.map((mark, index) => (
            <Mark
              key={mark.key}
              mark={mark}
              index={index}
              at={{ x: x(mark.x), y: y(mark.y) }}
              base={base}
              end={left + inner}
              next={Math.min(
                ...marks.filter((other) => other.x > mark.x).map((other) => x(other.x)),
                Number.POSITIVE_INFINITY,
              )}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

/** The corners of a line: a step turns where the next value begins. */
function pathOf({ points, steps }: PayLine): { x: number; y: number }[] {
  if (!steps) return [...points];
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ x: point.x, y: before.y }, point] : [point];
  });
}

interface MarkProps {
  mark: PayMark;
  index: number;
  at: { x: number; y: number };
  base: number;
  end: number;
  /** Where the mark to the right of it stands. */
  next: number;
}

/** A dot with its name; shapes differ, so that colour is not needed to tell them apart. */
function Mark({ mark, index, at, base, end, next }: MarkProps) {
  const toLeft = at.x > end - 130 || next < at.x + 90;
  return (
    <g data-mark={mark.key}>
      <line x1={at.x} x2={at.x} y1={at.y} y2={base} stroke="var(--border-input)" strokeDasharray="2 3" />
      {index === 0 ? (
        <circle cx={at.x} cy={at.y} r={5} fill="var(--fg)" stroke="var(--surface)" strokeWidth={2} />
      ) : (
        <rect
          x={at.x - 5}
          y={at.y - 5}
          width={10}
          height={10}
          fill={colours[index % colours.length]}
          stroke="var(--surface)"
          strokeWidth={2}
          transform={`rotate(45 ${at.x} ${at.y})`}
        />
      )}
      <text
        x={at.x + (toLeft ? -10 : 10)}
        y={at.y + (index === 0 ? -8 : 16)}
        textAnchor={toLeft ? "end" : "start"}
        fill="var(--fg)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
        fontSize={12}
        fontWeight={600}
      >
        {mark.name}
      </text>
    </g>
  );
}

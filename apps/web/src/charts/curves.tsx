import { tickNumber } from "../lib/format.ts";
import { niceScale, spread } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** One line over ages or over time; `null` is a gap. `open` values are dashed: they can still change. */
export interface Curve {
  key: string;
  name: string;
  values: readonly { value: number | null; open: boolean }[];
  /** Its colour and dash by number; `null` for a line in the grey background. */
  look: number | null;
}

interface Props {
  label: string;
  curves: readonly Curve[];
  /** What is written below each place. */
  places: readonly string[];
  /** Values in per cent: the line of 100 % is emphasised. Otherwise amounts, from zero. */
  percent: boolean;
  /** What each value prints. */
  text: (value: number) => string;
  /** Values stand at their dots. */
  dots?: boolean;
  height: number;
}

const dashes = ["", "6 3", "2 3", "8 3 2 3", "10 4", "1 2"];
const font = { fontSize: 12, fontWeight: 500 } as const;

/** The scale lines are drawn on: round ends around the values, with 100 % or zero among them. */
export function curveScale(curves: readonly Curve[], percent: boolean) {
  const values = curves.flatMap((curve) => curve.values.flatMap(({ value }) => value ?? []));
  return niceScale([...values, ...(percent ? [100] : [])], { fromZero: !percent });
}

/** Lines over ages: a few in colour with their names at their ends, the others grey behind them. */
export function Curves({ label, curves, places, percent, text, dots = false, height }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const named = curves.filter((curve) => curve.look !== null);
  const [left, top, bottom, right] = [48, 16, 30, dots ? 32 : width < 520 ? 84 : 132];
  const scale = curveScale(curves, percent);
  const base = height - bottom;
  const inner = Math.max(40, width - left - right);
  const x = (at: number) => left + (places.length < 2 ? 0.5 : at / (places.length - 1)) * inner;
  const y = (value: number) => base - ((value - scale.from) / (scale.to - scale.from || 1)) * (base - top);
  const every = Math.max(1, Math.ceil(places.length / Math.max(1, Math.floor(inner / (dots ? 64 : 32)))));
  const ends = named.map((curve) => curve.values.findLastIndex(({ value }) => value !== null));
  const labelsAt = spread(
    named.map((curve, i) => y(curve.values[ends[i] ?? 0]?.value ?? scale.from)),
    16,
    top,
    base,
  );
  return (
    <div ref={ref} style={{ minHeight: height + 16 }} className="min-w-0 overflow-hidden">
      <p className="num text-2xs text-subtle" data-axis-range="">
        Axis {percent ? `${scale.from} to ${scale.to}\u00a0%` : `from zero to ${tickNumber(scale.to)}`}
      </p>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          data-axis={`${scale.from}..${scale.to}`}
          className="block"
        >
          {scale.ticks.map((tick, index) => {
            const strong = percent ? tick === 100 : tick === 0;
            return (
              <g key={tick}>
                <line
                  x1={left}
                  x2={left + inner}
                  y1={y(tick)}
                  y2={y(tick)}
                  stroke={strong ? "var(--border-input)" : "var(--border-subtle)"}
                />
                <text
                  x={left - 8}
                  y={y(tick) + 4}
                  textAnchor="end"
                  fill={strong ? "var(--fg)" : "var(--fg-subtle)"}
                  {...font}
                >
                  {percent ? `${tick}${index === scale.ticks.length - 1 ? "\u00a0%" : ""}` : tickNumber(tick)}
                </text>
              </g>
            );
          })}
          {scale.from !== 0 && (
            <path
              d={`M${left - 6} ${base + 3}l12 -5M${left - 6} ${base + 8}l12 -5`}
              stroke="var(--border-input)"
              fill="none"
              data-axis-break=""
            />
          )}
          {places.map((place, index) =>
            index % every === 0 ? (
              <text
                key={place}
                x={x(index)}
                y={height - 8}
                textAnchor="middle"
                fill="var(--fg-subtle)"
                {...font}
              >
                {place}
              </text>
            ) : null,
          )}
          {[...curves]
            .sort((a, b) => Number(a.look !== null) - Number(b.look !== null))
            .map((curve) => (
              <Line
                key={curve.key}
                curve={curve}
                x={x}
                y={y}
                dots={dots}
                text={text}
                crowded={inner / places.length < 44}
              />
            ))}
          {!dots &&
            named.map((curve, i) => {
              const end = ends[i] ?? -1;
              if (end < 0) return null;
              return (
                <text
                  key={curve.key}
                  x={x(end) + 8}
                  y={(labelsAt[i] ?? 0) + 4}
                  fill="var(--fg)"
                  stroke="var(--surface)"
                  strokeWidth={3}
                  paintOrder="stroke"
                  {...font}
                >
                  {curve.name} {text(curve.values[end]?.value ?? 0)}
                </text>
              );
            })}
        </svg>
      )}
    </div>
  );
}

interface LineProps {
  curve: Curve;
  x: (at: number) => number;
  y: (value: number) => number;
  dots: boolean;
  text: (value: number) => string;
  crowded: boolean;
}

function Line({ curve, x, y, dots, text, crowded }: LineProps) {
  const { look, values } = curve;
  const color = look === null ? "var(--cat-other)" : `var(--cat-${look + 1})`;
  const points = values.flatMap(({ value, open }, at) =>
    value === null ? [] : [{ at, value, open, place: `${x(at).toFixed(1)},${y(value).toFixed(1)}` }],
  );
  const closed = points.filter(({ open }) => !open);
  const open = points.filter((point) => point.open);
  const joint = closed.at(-1);
  const line = {
    fill: "none",
    stroke: color,
    strokeWidth: look === null ? 1 : 2,
    strokeLinejoin: "round",
  } as const;
  return (
    <g opacity={look === null ? 0.55 : 1} data-curve={curve.key}>
      <title>{curve.name}</title>
      <polyline
        points={closed.map(({ place }) => place).join(" ")}
        strokeDasharray={look === null ? undefined : dashes[look]}
        {...line}
      />
      {open.length > 0 && (
        <polyline
          points={[...(joint ? [joint] : []), ...open].map(({ place }) => place).join(" ")}
          strokeDasharray="3 3"
          {...line}
        />
      )}
      {points.map((point) => {
        if (!dots && point !== points.at(-1) && look === null) return null;
        return (
          <g key={point.at}>
            {(dots || (look !== null && (point === points.at(-1) || points.length < 16))) && (
              <circle
                cx={x(point.at)}
                cy={y(point.value)}
                r={dots ? 4 : 2.5}
                fill={point.open ? "var(--surface)" : color}
                stroke={color}
                strokeWidth={1.5}
              />
            )}
            {dots && !crowded && (
              <text
                x={x(point.at)}
                y={y(point.value) - 10}
                textAnchor="middle"
                fill="var(--fg)"
                stroke="var(--surface)"
                strokeWidth={3}
                paintOrder="stroke"
                {...font}
              >
                {text(point.value)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

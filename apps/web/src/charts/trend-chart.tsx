import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { type ReportedPoint, ReportedPoints } from "./reported-points.tsx";
import { type Scale, spread } from "./ticks.ts";
import { Notes } from "./trend-notes.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { useWidth } from "./use-width.ts";

/** One line of the chart: where its values are, how it is drawn and named. */
export interface TrendLine {
  key: string;
  name: string;
  color: string;
  marker: "circle" | "triangle";
}

/** One point in time; values in axis units, `null` for a gap; `open` while the period is not over. */
export interface TrendRow {
  x: string;
  open: boolean;
  values: Record<string, number | null>;
  /** What the tooltip and the end labels print, by line. */
  texts: Record<string, string>;
}

/** What a line should reach, and how that is said. */
export interface TrendAim {
  key: string;
  value: number;
  label: string;
}

interface Props {
  label: string;
  rows: readonly TrendRow[];
  lines: readonly TrendLine[];
  scale: Scale;
  /** The value that means "nothing gained, nothing lost". */
  emphasis: { value: number; label: string };
  /** Targets of lines, drawn across. */
  aims?: readonly TrendAim[];
  /** Where something is marked, in the order of a list below the chart. */
  marks?: readonly string[];
  /** What was reported of some points, drawn beside the lines. */
  reported?: readonly ReportedPoint[];
  unit: string;
  height: number;
  tick: (x: string, place: { first: boolean; last: boolean }) => string;
  full: (x: string) => string;
}

const font = { fontSize: 12, fontWeight: 500, fontFamily: "inherit" } as const;

/** Lines over time with their names at their ends; an open period is dashed; the axis says when it does not start at 0. */
export function TrendChart(props: Props) {
  const { label, rows, lines, scale, emphasis, unit, height, tick, full } = props;
  const { aims = [], marks = [], reported = [] } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  const firstOpen = rows.findIndex((row) => row.open);
  const data = rows.map((row, index) => {
    const point: Record<string, unknown> = { x: row.x, row };
    for (const line of lines) {
      const value = row.values[line.key] ?? null;
      point[line.key] = row.open ? null : value;
      point[`${line.key}~`] = firstOpen >= 0 && index >= firstOpen - 1 ? value : null;
    }
    const band = lines.map((line) => row.values[line.key]);
    point["band"] = band.every((v) => v != null) && !row.open ? [band[1], band[0]] : null;
    return point;
  });
  const room = width < 440 ? 102 : 116;
  const skip = Math.ceil(rows.length / Math.max(2, Math.floor((width - room - 40) / 56)));
  return (
    <div ref={ref} style={{ height }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height}
          data={data}
          margin={{ top: marks.length > 0 ? 24 : 12, right: room, bottom: 0, left: 0 }}
          aria-label={label}
        >
          <CartesianGrid vertical={false} stroke="var(--border-subtle)" />
          <YAxis
            domain={[scale.from, scale.to]}
            ticks={[...scale.ticks]}
            width={44}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={{ ...font, fill: "var(--fg-subtle)" }}
            tickFormatter={(value: number) => `${value}${value === scale.to ? unit : ""}`}
          />
          <XAxis
            dataKey="x"
            height={28}
            axisLine={false}
            tickLine={{ stroke: "var(--border-subtle)" }}
            tickMargin={6}
            interval={0}
            padding={{ left: 12, right: 4 }}
            tick={{ ...font, fill: "var(--fg-subtle)" }}
            tickFormatter={(x: string, index: number) =>
              (rows.length - 1 - index) % skip === 0
                ? tick(x, { first: index < skip, last: index === rows.length - 1 })
                : ""
            }
          />
          {lines.length === 2 && (
            <Area
              dataKey="band"
              stroke="none"
              fill="var(--mv-expansion)"
              fillOpacity={0.09}
              isAnimationActive={false}
              activeDot={false}
              connectNulls={false}
            />
          )}
          <ReferenceLine y={emphasis.value} stroke="var(--border-input)" />
          {aims.map((aim) => (
            <ReferenceLine
              key={aim.key}
              y={aim.value}
              stroke={lines.find(({ key }) => key === aim.key)?.color ?? "var(--border-input)"}
              strokeDasharray="2 4"
            />
          ))}
          {lines.flatMap((line) => [
            <Line
              key={line.key}
              dataKey={line.key}
              stroke={line.color}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />,
            <Line
              key={`${line.key}~`}
              dataKey={`${line.key}~`}
              stroke={line.color}
              strokeWidth={2}
              strokeDasharray="3 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />,
          ])}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--border-input)" }}
            content={({ active, payload }) => {
              const row = (payload?.[0]?.payload as { row?: TrendRow } | undefined)?.row;
              return active && row ? (
                <TrendTooltip row={row} lines={lines} title={full(row.x)} reported={reported} />
              ) : null;
            }}
          />
          <Notes aims={aims} marks={marks} scale={scale} />
          <ReportedPoints
            points={reported}
            colorOf={(key) => lines.find((line) => line.key === key)?.color ?? "var(--fg)"}
          />
          <Marks rows={rows} lines={lines} scale={scale} emphasis={emphasis} narrow={width < 440} />
        </ComposedChart>
      )}
    </div>
  );
}

interface MarksProps {
  rows: readonly TrendRow[];
  lines: readonly TrendLine[];
  scale: Scale;
  emphasis: { value: number; label: string };
  narrow: boolean;
}

/** End points, names at the line ends, the emphasised line's name, the open band and the axis break. */
function Marks({ rows, lines, scale, emphasis, narrow }: MarksProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const right = plot.x + plot.width;
  const closed = rows.filter((row) => !row.open);
  const open = rows.filter((row) => row.open);
  const ends = lines.flatMap((line) => {
    const end = [...closed].reverse().find((row) => row.values[line.key] != null);
    const now = [...open].reverse().find((row) => row.values[line.key] != null);
    const shown = end ?? now;
    if (!shown) return [];
    const at = (row: TrendRow) => ({ x: Number(x(row.x)), y: Number(y(row.values[line.key] ?? 0)) });
    return [{ line, end: end ? at(end) : null, now: now ? at(now) : null, shown, nowRow: now }];
  });
  const places = spread(
    ends.map((e) => (e.now ?? e.end)?.y ?? 0),
    36,
    plot.y + 6,
    plot.y + plot.height - 18,
  );
  const firstOpen = open[0];
  const lastClosed = closed.at(-1);
  const bandFrom = firstOpen && lastClosed ? Number(x(lastClosed.x)) : null;
  const line = Number(y(emphasis.value));
  const clear = ends.every((e) => {
    const first = rows.find((row) => row.values[e.line.key] != null)?.values[e.line.key] ?? 0;
    return Math.abs(Number(y(first)) - line) > 24;
  });
  return (
    <g>
      {bandFrom !== null && (
        <rect
          x={bandFrom}
          y={plot.y}
          width={right - bandFrom}
          height={plot.height}
          fill="var(--fg-subtle)"
          fillOpacity={0.08}
        />
      )}
      {!narrow && clear && (
        <text x={plot.x + 6} y={line - 6} fill="var(--fg-subtle)" {...font}>
          {emphasis.label}
        </text>
      )}
      {scale.from !== 0 && (
        <path
          d={`M${plot.x - 5} ${plot.y + plot.height + 7}l10 -5M${plot.x - 5} ${plot.y + plot.height + 12}l10 -5`}
          stroke="var(--border-input)"
          fill="none"
        />
      )}
      {ends.map(({ line: own, end, now, shown, nowRow }, index) => (
        <g key={own.key}>
          {end && <Mark at={end} color={own.color} marker={own.marker} />}
          {now && <Mark at={now} color={own.color} marker={own.marker} hollow />}
          <text x={right + 10} y={(places[index] ?? 0) + 2} fill="var(--fg)" fontSize={13} fontWeight={600}>
            {`${own.name} ${shown.texts[own.key] ?? ""}`}
          </text>
          {nowRow && (
            <text x={right + 10} y={(places[index] ?? 0) + 18} fill="var(--fg-subtle)" {...font}>
              {`${nowRow.texts[own.key] ?? ""} to date`}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface MarkProps {
  at: { x: number; y: number };
  color: string;
  marker: TrendLine["marker"];
  hollow?: boolean;
}

function Mark({ at, color, marker, hollow = false }: MarkProps) {
  const paint = hollow
    ? { fill: "var(--surface)", stroke: color, strokeWidth: 1.5 }
    : { fill: color, stroke: "var(--surface)", strokeWidth: 1.5 };
  if (marker === "circle") return <circle cx={at.x} cy={at.y} r={hollow ? 3 : 4} {...paint} />;
  return <path d={`M${at.x} ${at.y - 5}l5 8.4h-10z`} {...paint} />;
}

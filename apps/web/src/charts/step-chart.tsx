import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { niceScale } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** A value that holds from `on` until the next row. `day` counts days, for the axis. */
export interface StepRow {
  on: string;
  day: number;
  value: number;
  text: string;
}

interface Props {
  label: string;
  rows: readonly StepRow[];
  height: number;
  xTicks: readonly { day: number; text: string }[];
  yText: (value: number) => string;
  dayText: (on: string) => string;
}

const font = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)" } as const;

/** A value that changes in steps, from zero: what an account is worth, day by day. */
export function StepChart({ label, rows, height, xTicks, yText, dayText }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const scale = niceScale(
    rows.map((row) => row.value),
    { wanted: 4, fromZero: true },
  );
  const first = rows[0]?.day ?? 0;
  const last = rows.at(-1)?.day ?? 1;
  const room = Math.max(1, Math.floor((width - 72) / 64));
  const every = Math.ceil(xTicks.length / room);
  const shown = xTicks.filter((_, index) => (xTicks.length - 1 - index) % every === 0);
  return (
    <div ref={ref} style={{ height }}>
      {width > 0 && (
        <LineChart
          width={width}
          height={height}
          data={[...rows]}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          aria-label={label}
        >
          <CartesianGrid vertical={false} stroke="var(--border-subtle)" />
          <YAxis
            domain={[scale.from, scale.to]}
            ticks={[...scale.ticks]}
            width={60}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={font}
            tickFormatter={yText}
          />
          <XAxis
            dataKey="day"
            type="number"
            domain={[first, Math.max(last, first + 1)]}
            ticks={shown.map((tick) => tick.day)}
            tickFormatter={(day: number) => shown.find((tick) => tick.day === day)?.text ?? ""}
            height={28}
            interval={0}
            tickMargin={6}
            axisLine={{ stroke: "var(--border-input)" }}
            tickLine={{ stroke: "var(--border-subtle)" }}
            tick={font}
          />
          <Line
            dataKey="value"
            type="stepAfter"
            stroke="var(--cat-1)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--border-input)" }}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as StepRow | undefined;
              return active && row ? (
                <div className="num rounded-card border border-line bg-raised px-3 py-2 text-2xs shadow-float">
                  <p className="text-muted">From {dayText(row.on)}</p>
                  <p className="font-medium text-fg">{row.text}</p>
                </div>
              ) : null;
            }}
          />
        </LineChart>
      )}
    </div>
  );
}

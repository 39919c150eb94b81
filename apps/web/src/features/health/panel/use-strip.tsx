import type { Scale } from "../../../charts/ticks.ts";
import { dayText, tickNumber } from "../../../lib/format.ts";
import type { AccountHealth } from "../health.ts";
import { type Axis, dayNumber, stretches } from "./axis.ts";
import { heights, tops, type UseMeasure, useMeasures } from "./strips.ts";

const font = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)" } as const;

interface Props {
  health: AccountHealth;
  axis: Axis;
  measure: UseMeasure;
  scale: Scale;
}

/** Use week by week against the seats that were bought; a week without data is a gap and not zero. */
export function UseStrip({ health: { use, events }, axis, measure, scale }: Props) {
  const releases = events.filter(
    ({ kind, on }) => kind === "release" && dayNumber(on) >= axis.from && dayNumber(on) <= axis.to,
  );
  const height = heights.use - 20;
  const y = (value: number) => tops.use + 12 + height - (value / (scale.to || 1)) * height;
  const x = (index: number) => axis.x(dayNumber(use[index]?.week ?? "1970-01-01"));
  const lines = stretches(use.map((week) => week[measure]));
  const seats = measure === "users" ? stretches(use.map((week) => week.seats)) : [];
  const licensed = seats.at(0)?.at(0);
  const draw = (points: readonly { index: number; value: number }[]) =>
    points.map(({ index, value }, at) => `${at === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("");
  const stepped = (points: readonly { index: number; value: number }[]) =>
    points
      .map(({ index, value }, at) => (at === 0 ? `M${x(index)} ${y(value)}` : `H${x(index)}V${y(value)}`))
      .join("");
  const name = useMeasures.find(({ value }) => value === measure)?.label ?? "";
  return (
    <g>
      <text x={0} y={tops.use + 6} fontSize={12} fontWeight={500} fill="var(--fg)">
        {name}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={axis.left}
            x2={axis.left + axis.width}
            y1={y(tick)}
            y2={y(tick)}
            stroke="var(--border-subtle)"
          />
          <text x={axis.left - 6} y={y(tick) + 4} textAnchor="end" {...font}>
            {tickNumber(tick)}
          </text>
        </g>
      ))}
      {releases.map(({ on, title }) => (
        <g key={`${on} ${title}`} data-release={on}>
          <title>{`${dayText(on)}: ${title}`}</title>
          <line
            x1={axis.x(dayNumber(on))}
            x2={axis.x(dayNumber(on))}
            y1={y(scale.to || 1) - 2}
            y2={y(0)}
            stroke="var(--fg-muted)"
            strokeDasharray="1 3"
          />
          <path d={`M${axis.x(dayNumber(on)) - 4} ${y(scale.to || 1) - 8}h8l-4 6z`} fill="var(--fg-muted)" />
        </g>
      ))}
      {lines.map((points) => {
        const [first, last] = [points.at(0), points.at(-1)];
        if (!first || !last) return null;
        return (
          <g key={first.index}>
            <path
              d={`${draw(points)}L${x(last.index)} ${y(0)}L${x(first.index)} ${y(0)}Z`}
              fill="var(--cat-1)"
              fillOpacity={0.1}
            />
            <path d={draw(points)} fill="none" stroke="var(--cat-1)" strokeWidth={2} strokeLinejoin="round" />
            {points.length === 1 && (
              <circle cx={x(first.index)} cy={y(first.value)} r={3} fill="var(--cat-1)" />
            )}
          </g>
        );
      })}
      {seats.map((points) => (
        <path
          key={points.at(0)?.index}
          d={stepped(points)}
          fill="none"
          stroke="var(--fg-muted)"
          strokeDasharray="4 3"
        />
      ))}
      {licensed && (
        <text x={x(licensed.index) + 4} y={y(licensed.value) - 5} {...font}>
          Licensed
        </text>
      )}
      {lines.length === 0 && (
        <text x={axis.left + 8} y={tops.use + heights.use / 2 + 6} {...font}>
          No data in these weeks
        </text>
      )}
    </g>
  );
}

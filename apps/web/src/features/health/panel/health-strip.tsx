import { dayText } from "../../../lib/format.ts";
import { bandLooks } from "../../../ui/health-mark.tsx";
import type { AccountHealth, HealthWeek } from "../health.ts";
import { type Axis, dayNumber, stretches } from "./axis.ts";
import { heights, tops } from "./strips.ts";

const font = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)" } as const;

interface Props {
  health: AccountHealth;
  axis: Axis;
  /** Whether there is room for the names of the bands. */
  named: boolean;
}

/** The score week by week over the boundaries that were in force in each week: a line where it is known, the range it lies in where a part is not. */
export function HealthStrip({ health, axis, named }: Props) {
  const { weeks, thresholds, boundaries, atRisk } = health;
  const top = tops.health + 10;
  const height = heights.health - 16;
  const y = (score: number) => top + height - (score / 100) * height;
  const x = (index: number) => axis.x(dayNumber(weeks[index]?.week ?? "1970-01-01"));
  const right = axis.left + axis.width;
  const latest = boundaries.at(-1) ?? thresholds;
  // A week is drawn at its last day; boundaries hold for its other six days too.
  const begin = (of: { from: string }) => axis.x(dayNumber(of.from) - 6);
  const held = boundaries.map((of, at) => {
    const next = boundaries[at + 1];
    return { ...of, start: begin(of), end: next ? begin(next) : right };
  });
  const known = stretches(weeks.map(({ score }) => (score === null ? null : Number(score))));
  const half = Math.max(2, Math.min(6, axis.width / weeks.length / 3));
  return (
    <g>
      <text x={0} y={top - 8} fontSize={12} fontWeight={500} fill="var(--fg)">
        Health
      </text>
      {held.map(({ start, end, ...of }) => (
        <g key={of.from} data-boundaries-from={of.from}>
          {levelsOf(of).map(({ from, to, band }) => (
            <rect
              key={band}
              x={start}
              y={y(to)}
              width={Math.max(0, end - start)}
              height={y(from) - y(to)}
              fill={bandLooks[band].color}
              fillOpacity={0.07}
            />
          ))}
          {levelsOf(of).map(({ from, band }) => (
            <line key={band} x1={start} x2={end} y1={y(from)} y2={y(from)} stroke="var(--border-subtle)" />
          ))}
        </g>
      ))}
      {named &&
        levelsOf(latest).map(({ from, to, band }) => (
          <text key={band} x={0} y={(y(from) + y(to)) / 2 + 4} {...font}>
            {bandLooks[band].name}
          </text>
        ))}
      {[0, latest.atRiskBelow, latest.reviewBelow, latest.expansionAbove, 100].map((tick) => (
        <g key={tick}>
          {tick === 100 && (
            <line x1={axis.left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--border-subtle)" />
          )}
          <text x={axis.left - 6} y={y(tick) + 4} textAnchor="end" {...font}>
            {tick}
          </text>
        </g>
      ))}
      {atRisk.map(({ from, until }) => {
        const end = Math.min(axis.to, until === null ? axis.to : dayNumber(until));
        const start = Math.max(axis.from, dayNumber(from));
        return (
          <g key={from}>
            <title>At risk</title>
            <rect
              x={axis.x(start) - 2}
              y={y(0) - 4}
              width={Math.max(4, axis.x(end) - axis.x(start) + 4)}
              height={4}
              fill="var(--health-low)"
            />
          </g>
        );
      })}
      {weeks.map((week, index) =>
        week.score === null && week.low !== null && week.high !== null ? (
          <rect
            key={week.week}
            x={x(index) - half}
            y={y(Number(week.high))}
            width={half * 2}
            height={Math.max(1, y(Number(week.low)) - y(Number(week.high)))}
            rx={1.5}
            fill="var(--health-unknown)"
            fillOpacity={0.28}
            stroke="var(--health-unknown)"
            strokeOpacity={0.6}
          />
        ) : null,
      )}
      {known.map((points) => (
        <path
          key={points.at(0)?.index}
          d={points.map(({ index, value }, at) => `${at === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("")}
          fill="none"
          stroke="var(--fg)"
          strokeWidth={1.75}
          strokeLinejoin="round"
        />
      ))}
      {health.overrides.map((override) => (
        <OverrideMark key={override.on} override={override} axis={axis} y={y} />
      ))}
      {weeks.map((week, index) => (
        <Mark
          key={week.week}
          week={week}
          before={weeks[index - 1]}
          last={index === weeks.length - 1}
          x={x(index)}
          y={y}
        />
      ))}
    </g>
  );
}

/** What bands lie between, from the best. */
const levelsOf = (of: Omit<AccountHealth["boundaries"][number], "from">) =>
  [
    { from: of.expansionAbove, to: 100, band: "strong" },
    { from: of.reviewBelow, to: of.expansionAbove, band: "steady" },
    { from: of.atRiskBelow, to: of.reviewBelow, band: "review" },
    { from: 0, to: of.atRiskBelow, band: "low" },
  ] as const;

interface OverrideProps {
  override: AccountHealth["overrides"][number];
  axis: Axis;
  y: (score: number) => number;
}

/** What somebody said the health is, for as long as it stood: beside the line, which it does not move. */
function OverrideMark({ override: { on, until, score, reason, byName }, axis, y }: OverrideProps) {
  const [from, to] = [Math.max(dayNumber(on), axis.from), Math.min(dayNumber(until), axis.to)];
  if (from > to) return null;
  return (
    <g data-override-mark={score} stroke="var(--accent)" fill="none">
      <title>{`Overridden with ${score} by ${byName ?? "somebody"}, ${dayText(on)} to ${dayText(until)}: ${reason}`}</title>
      <line x1={axis.x(from)} x2={axis.x(to)} y1={y(score)} y2={y(score)} strokeDasharray="3 3" />
      <circle cx={axis.x(from)} cy={y(score)} r={4} fill="var(--surface)" strokeWidth={1.5} />
    </g>
  );
}

interface MarkProps {
  week: HealthWeek;
  before: HealthWeek | undefined;
  last: boolean;
  x: number;
  y: (score: number) => number;
}

/** The mark of a week in which the band changed, and of the last one; a week nobody measured is a cross at the foot. */
function Mark({ week, before, last, x, y }: MarkProps) {
  if (week.measured === "missed")
    return (
      <path d={`M${x - 3} ${y(0) - 9}l6 6m0 -6l-6 6`} stroke="var(--fg-subtle)" fill="none">
        <title>Not measured</title>
      </path>
    );
  if (week.score === null || (!last && before?.band === week.band && before.score !== null)) return null;
  const { color, mark, name } = bandLooks[week.band];
  return (
    <g transform={`translate(${x} ${y(Number(week.score))})`}>
      <title>{`${week.score}, ${name}`}</title>
      <path d={mark} fill={color} stroke="var(--surface)" strokeWidth={1} />
    </g>
  );
}

import { dayText } from "../../../lib/format.ts";
import type { AccountHealth } from "../health.ts";
import { type Axis, dayNumber } from "./axis.ts";
import { type HealthEvent, heights, lanes, tops } from "./strips.ts";

interface Props {
  health: AccountHealth;
  axis: Axis;
  /** Whether there is room for the names of the lanes in full. */
  named: boolean;
}

/** What happened, in lanes: a cross is bad, a filled dot good, a ring neither; the more urgent a ticket, the larger. */
export function EventStrip({ health: { events }, axis, named }: Props) {
  const within = events.filter(({ on }) => dayNumber(on) >= axis.from && dayNumber(on) <= axis.to);
  return (
    <g>
      {lanes.map(({ name, short, kinds }, lane) => {
        const y = tops.events + lane * heights.lane + 8;
        return (
          <g key={name}>
            <text x={0} y={y + 4} fontSize={12} fontWeight={500} fill="var(--fg-subtle)">
              {named ? name : short}
            </text>
            <line x1={axis.left} x2={axis.left + axis.width} y1={y} y2={y} stroke="var(--border-subtle)" />
            {within
              .filter(({ kind }) => kinds.includes(kind))
              .map((event, index) => (
                <EventMark key={`${event.on} ${index}`} event={event} x={axis.x(dayNumber(event.on))} y={y} />
              ))}
          </g>
        );
      })}
    </g>
  );
}

/** How large a ticket is drawn, by its severity; everything else is as large as a normal one. */
const sizes = { low: 0.75, normal: 1, high: 1.15, urgent: 1.6 } as const;

function EventMark({
  event: { on, title, tone, severity },
  x,
  y,
}: {
  event: HealthEvent;
  x: number;
  y: number;
}) {
  return (
    <g transform={`translate(${x} ${y}) scale(${sizes[severity ?? "normal"]})`}>
      <title>{`${dayText(on)}: ${title}`}</title>
      {tone === "bad" ? (
        <path d="M-3.5 -3.5l7 7m0 -7l-7 7" stroke="var(--negative)" strokeWidth={2} fill="none" />
      ) : (
        <circle
          r={3.5}
          fill={tone === "good" ? "var(--positive)" : "var(--surface)"}
          stroke={tone === "good" ? "var(--positive)" : "var(--fg-muted)"}
          strokeWidth={1.5}
        />
      )}
    </g>
  );
}

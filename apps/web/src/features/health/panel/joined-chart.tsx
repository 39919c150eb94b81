import { useState } from "react";
import { niceScale } from "../../../charts/ticks.ts";
import { useWidth } from "../../../charts/use-width.ts";
import { dayText, shortMonth } from "../../../lib/format.ts";
import type { AccountHealth } from "../health.ts";
import { axisOf, dayNumber, monthTicks, weekAt } from "./axis.ts";
import { EventStrip } from "./event-strip.tsx";
import { HealthStrip } from "./health-strip.tsx";
import { StageStrip } from "./stage-strip.tsx";
import { heights, tops, type UseMeasure, wholeHeight } from "./strips.ts";
import { UseStrip } from "./use-strip.tsx";

interface Props {
  health: AccountHealth;
  measure: UseMeasure;
  /** The week that is looked at, by its place. */
  at: number;
  onPoint: (index: number | null) => void;
  onChoose: (index: number) => void;
}

const font = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)" } as const;

/** Stages, use, health and events of an account above each other on one time axis, with one cursor through all. */
export function JoinedChart({ health, measure, at, onPoint, onChoose }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [held, setHeld] = useState(false);
  const weeks = health.weeks.map(({ week }) => week);
  const left = width < 520 ? 42 : 88;
  const axis = axisOf(weeks, left, Math.max(60, width - left - 10));
  const most = health.use.flatMap((week) => [
    week[measure] ?? 0,
    ...(measure === "users" ? [week.seats ?? 0] : []),
  ]);
  const scale = niceScale(most, { wanted: 3, fromZero: true });
  const here = weeks[at];
  const x = here === undefined ? null : axis.x(dayNumber(here));
  const nearest = (clientX: number, target: Element) =>
    weekAt(weeks, axis, clientX - target.getBoundingClientRect().left);
  const bottom = wholeHeight - heights.axis;
  const strip = { health, axis };
  return (
    <div ref={ref}>
      {width > 0 && (
        <>
          <input
            type="range"
            aria-label="Week"
            aria-valuetext={here === undefined ? "" : `Week to ${dayText(here)}`}
            min={0}
            max={Math.max(0, weeks.length - 1)}
            step={1}
            value={at}
            onChange={(event) => (held ? onPoint : onChoose)(Number(event.target.value))}
            onPointerDown={() => setHeld(true)}
            onPointerUp={(event) => {
              setHeld(false);
              onChoose(Number(event.currentTarget.value));
            }}
            className="no-print block h-6 accent-(--accent)"
            style={{ marginLeft: left, width: axis.width }}
          />
          <svg
            width={width}
            height={wholeHeight}
            role="img"
            aria-label="Stage, use, health and events week by week; the same stands in the table"
            className="block touch-pan-y"
            onPointerMove={(event) => onPoint(nearest(event.clientX, event.currentTarget))}
            onPointerLeave={() => onPoint(null)}
            onPointerUp={(event) => onChoose(nearest(event.clientX, event.currentTarget))}
          >
            <rect width={width} height={wholeHeight} fill="transparent" />
            {monthTicks(axis, 52).map(({ day, on, year }) => (
              <g key={on}>
                <line
                  x1={axis.x(day)}
                  x2={axis.x(day)}
                  y1={tops.stage}
                  y2={bottom}
                  stroke="var(--border-subtle)"
                />
                <text x={Math.min(axis.x(day), width - 30)} y={bottom + 18} {...font}>
                  {shortMonth(on, year)}
                </text>
              </g>
            ))}
            <StageStrip {...strip} />
            <UseStrip {...strip} measure={measure} scale={scale} />
            <HealthStrip {...strip} named={width >= 520} />
            <EventStrip {...strip} named={width >= 520} />
            <line x1={left} x2={width - 10} y1={bottom} y2={bottom} stroke="var(--border-input)" />
            {x !== null && (
              <line
                data-cursor={here}
                x1={x}
                x2={x}
                y1={tops.stage}
                y2={bottom}
                stroke="var(--accent)"
                strokeWidth={1.5}
                pointerEvents="none"
              />
            )}
          </svg>
        </>
      )}
    </div>
  );
}

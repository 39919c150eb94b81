import { stageLooks } from "../../../ui/stage-mark.tsx";
import type { AccountHealth } from "../health.ts";
import { type Axis, dayNumber } from "./axis.ts";
import { stageRuns } from "./stage-runs.ts";
import { tops } from "./strips.ts";
import { earnedBeneath } from "./week-words.ts";

const font = { fontSize: 12, fontWeight: 500 } as const;

/** The columns of the board the account stood in, as a band: the last one is the stage its head tells. */
export function StageStrip({ health, axis }: { health: AccountHealth; axis: Axis }) {
  const spans = health.stages.flatMap((span) => {
    const { from, to } = span;
    const [start, end] = [
      Math.max(axis.from, dayNumber(from)),
      Math.min(axis.to, to === null ? axis.to : dayNumber(to)),
    ];
    return end > start ? [{ ...span, start, end }] : [];
  });
  return (
    <g>
      <text x={0} y={tops.stage + 10} fill="var(--fg)" {...font}>
        Stage
      </text>
      {spans.map((span) => {
        const { stage, from, start, end } = span;
        const [x, width] = [axis.x(start), axis.x(end) - axis.x(start)];
        return (
          <g key={`${stage} ${from}`}>
            <title>
              {[stageLooks[stage].name, earnedBeneath(span), `${end - start} days in sight`]
                .filter(Boolean)
                .join(", ")}
            </title>
            <rect
              x={x}
              y={tops.stage}
              width={Math.max(1, width - 1)}
              height={12}
              fill={`var(--stage-${stage})`}
            />
          </g>
        );
      })}
      {stageRuns(spans).map(({ stage, start, end }) => {
        const { name } = stageLooks[stage];
        return (
          axis.x(end) - axis.x(start) > name.length * 6.6 && (
            <text key={start} x={axis.x(start)} y={tops.stage + 27} fill="var(--fg-subtle)" {...font}>
              {name}
            </text>
          )
        );
      })}
    </g>
  );
}

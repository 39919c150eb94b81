import { count, dayText } from "../../../lib/format.ts";
import { HealthMark } from "../../../ui/health-mark.tsx";
import { StageMark } from "../../../ui/stage-mark.tsx";
import type { AccountHealth } from "../health.ts";
import { dayNumber } from "./axis.ts";
import { earnedBeneath, eventsOfWeek, measuredWords, overrideIn, riskIn, stageOn } from "./week-words.ts";

/** What every strip reads at the cursor, as a list. */
export function WeekReadings({ health, at }: { health: AccountHealth; at: number }) {
  const week = health.weeks[at];
  const use = health.use[at];
  if (!week || !use) return null;
  const stage = stageOn(health, week.week);
  const beneath = stage && earnedBeneath(stage);
  const override = overrideIn(health, week.week);
  const events = eventsOfWeek(health, week.week);
  const number = (value: number | null) => (value === null ? "unknown" : count(value));
  const rows = [
    ["Active users", number(use.users)],
    ["Licensed seats", number(use.seats)],
    ["Logins", number(use.logins)],
    ["Uses", number(use.uses)],
    ["Features touched", number(use.features)],
  ] as const;
  return (
    <section
      aria-label="The week at the cursor"
      data-week={week.week}
      className="min-w-0 border-line text-xs max-lg:border-t max-lg:pt-3 lg:border-l lg:pl-4"
    >
      <p className="font-medium">Week to {dayText(week.week)}</p>
      <p className="mt-1 min-h-5">
        {stage ? <StageMark stage={stage.stage} /> : "No stage"}
        {beneath && <span className="text-2xs text-subtle"> {beneath}</span>}
      </p>
      <dl className="num mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3" data-score={week.score ?? ""}>
        <HealthMark scored={week} atRisk={riskIn(health, week.week)} />
      </p>
      <p className="text-2xs text-subtle">{measuredWords(week)}</p>
      {override && (
        <p className="text-2xs">
          Overridden with <span className="num font-medium">{override.score}</span> by{" "}
          <bdi>{override.byName ?? "somebody"}</bdi>
        </p>
      )}
      <ul aria-label="What happened" className="mt-3 flex flex-col gap-1 text-2xs">
        {events.slice(0, 6).map(({ on, title }, index) => (
          <li key={`${on} ${index}`} className="break-words">
            <span className="num text-subtle">{dayText(on)}</span> <bdi>{title}</bdi>
          </li>
        ))}
        {events.length > 6 && (
          <li className="text-subtle">and {count(events.length - 6)} more, in the timeline</li>
        )}
        {events.length === 0 && (
          <li className="text-subtle">
            Nothing on record in the week to {dayText(week.week)}
            {dayNumber(week.week) > dayNumber(health.on) ? ", which is not over" : ""}.
          </li>
        )}
      </ul>
    </section>
  );
}

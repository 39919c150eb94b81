import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { bandLooks, scoreWords } from "../../../ui/health-mark.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { EscalationCard } from "../escalation/escalation-card.tsx";
import { type AccountHealth, type Span, spans, useAccountHealth, useWeeks } from "../health.ts";
import { ExplainCard } from "./explain-card.tsx";
import { FlagsCard } from "./flags-card.tsx";
import { JoinedChart } from "./joined-chart.tsx";
import { LeadsCard } from "./leads-card.tsx";
import { SaidCard } from "./said-card.tsx";
import { measureOf, useMeasures } from "./strips.ts";
import { WeekReadings } from "./week-readings.tsx";
import { isMeasured } from "./week-words.ts";
import { WeeksTable } from "./weeks-table.tsx";

/** Usage and health of an account on one axis, what the score of a week is made of, and what people say. */
export function UsageHealthTab({ accountId }: { accountId: string }) {
  const { span, week, change } = useWeeks();
  const query = useAccountHealth(accountId, span);
  return (
    <Loaded query={query} what="The health of this account" skeleton={<Skeleton className="h-[560px]" />}>
      {(health) => (
        <>
          <Panel health={health} span={span} week={week} onWeek={(next) => change({ week: next })} />
          <div className="grid items-start gap-4 @[65rem]/page:grid-cols-[minmax(0,1fr)_352px]">
            <div className="flex min-w-0 flex-col gap-4">
              <ExplainCard accountId={accountId} week={week} />
              <LeadsCard health={health} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <EscalationCard health={health} />
              <FlagsCard health={health} />
              <SaidCard health={health} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

interface Props {
  health: AccountHealth;
  span: Span;
  week: string | null;
  onWeek: (week: string | undefined) => void;
}

const weekChoices = spans.map((one) => ({ value: String(one), label: `${one} w` }));

function Panel({ health, span, week, onWeek }: Props) {
  const { search, change } = useSearchState();
  const [pointed, setPointed] = useState<number | null>(null);
  const { weeks } = health;
  const last = weeks.findLastIndex(isMeasured);
  const chosen = weeks.findIndex((one) => one.week === week);
  const at = Math.min(pointed ?? (chosen >= 0 ? chosen : Math.max(0, last)), weeks.length - 1);
  const measure = measureOf(search["use"]);
  const [from, to] = [weeks.at(0)?.week, weeks.at(-1)?.week];
  return (
    <ChartFrame
      name="usage-health"
      title="Usage × health"
      subtitle={from && to ? `${span} weeks, ${dayText(from)} to ${dayText(to)}` : ""}
      summary={summaryOf(health)}
      terms={["health-score", "at-risk"]}
      table={<WeeksTable health={health} />}
      tools={
        <>
          <Segmented
            label="Weeks"
            value={String(span)}
            options={weekChoices}
            onChange={(next) => change({ weeks: next === "26" ? undefined : next })}
          />
          <Segmented
            label="Use as"
            value={measure}
            options={useMeasures}
            onChange={(next) => change({ use: next === "users" ? undefined : next })}
          />
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-3 lg:grid-cols-[minmax(0,1fr)_220px]">
        <JoinedChart
          health={health}
          measure={measure}
          at={at}
          onPoint={setPointed}
          onChoose={(index) => {
            setPointed(null);
            onWeek(weeks[index]?.week);
          }}
        />
        <WeekReadings health={health} at={at} />
      </div>
    </ChartFrame>
  );
}

/** What the panel shows, in a sentence or two. */
function summaryOf({ weeks, atRisk, current, thresholds }: AccountHealth): string {
  const last = weeks.findLast(isMeasured);
  if (!last || !current) return "No week of this account was measured yet.";
  const risk = atRisk.find(({ until }) => until === null);
  const missed = weeks.filter(({ measured }) => measured === "missed").length;
  return [
    `Health was ${scoreWords(last)} (${bandLooks[last.band].name}) in the week to ${dayText(last.week)}.`,
    risk
      ? `At risk since ${dayText(risk.from)}: below ${thresholds.atRiskBelow} in ${thresholds.atRiskReadings} weekly measurements in a row.`
      : "",
    current.why === null ? "" : `Since the week before: ${current.why}`,
    missed > 0 ? `${missed} of ${weeks.length} weeks were not measured.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

import { Curves } from "../../../charts/curves.tsx";
import { heightOf } from "./cells.ts";
import { axisText } from "./cohort-curves.tsx";
import { ageOfYear, cohortSentence } from "./cohort-sentence.ts";
import { cohortTitle, measureNames } from "./cohort-words.ts";
import type { CohortsView, Shown } from "./cohorts.ts";

/** Month 12 by vintage: what each cohort was twelve months after it began, one beside the other. */
export function CohortSlope({ view, shown }: { view: CohortsView; shown: Shown }) {
  const age = ageOfYear[view.age] ?? 1;
  const reached = view.cohorts.filter(({ cells }) => {
    const cell = cells[age];
    return cell && heightOf(cell, shown, view.currency) !== null;
  });
  if (reached.length === 0)
    return (
      <p className="grid h-72 place-items-center text-center text-xs text-muted">
        No cohort has twelve months behind it yet{shown.least > 1 && ` with at least ${shown.least} accounts`}
        .
      </p>
    );
  const values = reached.map(({ cells }) => {
    const cell = cells[age];
    return { value: cell ? heightOf(cell, shown, view.currency) : null, open: cell?.open ?? false };
  });
  return (
    <Curves
      label={`${measureNames[shown.measure]} twelve months after the start, by cohort. ${cohortSentence(view, shown.measure)}`}
      curves={[{ key: "month-12", name: "Month 12", values, look: 0 }]}
      places={reached.map(({ cohort }) => cohortTitle(cohort, view.by))}
      percent={!shown.absolute}
      text={axisText(shown, view.currency)}
      dots
      height={320}
    />
  );
}

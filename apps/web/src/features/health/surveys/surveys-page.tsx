import type { ReactNode } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { periodName } from "../../../ui/figure-text.ts";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { AnsweredAccounts } from "./answered-accounts.tsx";
import { NpsQuarters } from "./nps-quarters.tsx";
import { ScoreTiles } from "./score-tiles.tsx";
import { useSurveys } from "./surveys.ts";

/** What customers answer to surveys: the scores, how they moved, and the accounts that add up to them. */
export function SurveysPage({ tools, filters }: { tools: ReactNode; filters: ReactNode }) {
  const query = useSurveys();
  return (
    <Page
      title="Surveys"
      crumbs={[{ label: "Health", to: "/health" }]}
      term="nps"
      tools={tools}
      filters={filters}
    >
      <Loaded query={query} what="The surveys" skeleton={<Skeleton className="h-[560px]" />}>
        {(surveys) => (
          <>
            <ScoreTiles surveys={surveys} />
            <p className="text-2xs text-subtle">
              {periodName(surveys.period.text)}, {dayText(surveys.period.from)} to{" "}
              {dayText(surveys.period.to)}: the latest answer of each person about each thing, given while
              they were customers. So a year is no mean of its quarters: who answered in all of them counts
              once in it. Fewer than {counted(surveys.policy.minimumAnswers, "answer")} make no score.
              {surveys.scores.offScale > 0 &&
                ` ${counted(surveys.scores.offScale, "answer")} outside the scale of the survey ${surveys.scores.offScale === 1 ? "counts" : "count"} nowhere: the top of CSAT and CES is set with their terms.`}
            </p>
            <NpsQuarters quarters={surveys.quarters} />
            <AnsweredAccounts surveys={surveys} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

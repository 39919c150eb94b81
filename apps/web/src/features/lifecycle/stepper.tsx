import { useQuery } from "@tanstack/react-query";
import { cx } from "../../lib/class-names.ts";
import { dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import type { Standing } from "./lifecycle.ts";
import { type ExpectedDays, stepsOf } from "./stage-steps.ts";
import { StageTerm } from "./stage-term.tsx";

/** The stages as steps: when each was entered, how long it lasted, and where the account is. */
export function Stepper({ standing, past }: { standing: Standing; past: boolean }) {
  const { policy } = useQuery(trpc.lifecycle.machine.queryOptions()).data ?? {};
  // What is expected is in force today; a day past is told without it.
  const expected: ExpectedDays = past
    ? {}
    : {
        won: policy?.slaWonDays,
        onboarded: policy?.slaOnboardedDays,
        adopted: policy?.slaAdoptedDays,
        expansion: policy?.slaExpansionDays,
        renewal: policy?.slaRenewalDays,
      };
  return (
    <ol
      aria-label="Stages"
      className="card grid grid-cols-2 overflow-clip sm:grid-cols-3 lg:grid-cols-6 [&>li]:border-line max-sm:[&>li:nth-child(even)]:border-l max-sm:[&>li:nth-child(n+3)]:border-t lg:[&>li+li]:border-l"
    >
      {stepsOf(standing, expected).map(({ stage, entered, says, over, now }) => (
        <li
          key={stage}
          data-step={stage}
          aria-current={now === "column" ? "step" : undefined}
          className={cx("px-4 py-3 text-xs", now === "column" && "bg-selected")}
        >
          <p className="flex min-h-5 flex-wrap items-center justify-between gap-x-2">
            <StageTerm
              stage={stage}
              className={cx(now === null && entered === null ? "text-subtle" : "font-semibold")}
            />
            {now === "column" && <Chip tone="info">{stage === "churn" ? "Left" : "Now"}</Chip>}
            {now === "earned" && <Chip>Earned</Chip>}
          </p>
          <p className="num mt-1 text-2xs">{entered === null ? says : dayText(entered)}</p>
          {entered !== null && (
            <p className={cx("num text-2xs", over ? "font-medium text-negative" : "text-muted")}>{says}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

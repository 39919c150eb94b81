import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { dayText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { useStatements } from "../comp.ts";
import { CompTabs } from "../comp-tabs.tsx";
import { PersonChoice } from "../person-choice.tsx";
import { decimalOf, fractionText, pointsOf } from "./exact-shares.ts";
import { nrrRows, nrrSentence, type ReconciledStep } from "./nrr-rows.ts";
import { StepAccounts, StepTable } from "./steps-card.tsx";

const BridgeChart = lazy(() =>
  import("../../../charts/bridge-chart.tsx").then((m) => ({ default: m.BridgeChart })),
);

const height = 240;
const clears = ["period", "cause", "rows"];

/** Pay-NRR beside board-NRR: what they differ by, and through which accounts. */
export function ReconciliationPage() {
  const { search } = useSearchState();
  const query = useStatements(search["person"]);
  return (
    <Page title="Reconciliation" term="nrr" crumbs={[{ label: "Compensation", to: "/comp" }]}>
      <CompTabs />
      <Loaded query={query} what="The statements" skeleton={<Skeleton className="h-[420px]" />}>
        {({ person, statements }) => {
          const periods = statements.map(({ period }) => period.text);
          const period = periods.find((one) => one === search["period"]) ?? periods[0];
          return person === null || period === undefined ? (
            <>
              <PersonChoice person={person} clears={clears} />
              <div className="card mt-3">
                <Empty title="There is nothing to reconcile.">
                  A reconciliation is of one person and one period with a statement. Whoever reads the pay of
                  others chooses the person here.
                </Empty>
              </div>
            </>
          ) : (
            <OnePerson person={person} period={period} periods={periods} />
          );
        }}
      </Loaded>
    </Page>
  );
}

interface Props {
  person: string;
  period: string;
  periods: readonly string[];
}

function OnePerson({ person, period, periods }: Props) {
  const { change } = useSearchState();
  const query = useQuery(trpc.comp.reconciliation.queryOptions({ person, period }));
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <PersonChoice person={person} clears={clears} />
        <div className="-mb-6 w-44">
          <SelectField
            name="period"
            label="Period"
            value={period}
            options={periods.map((one) => ({ value: one, label: periodName(one) }))}
            onChange={(next) => change({ period: next, cause: undefined })}
          />
        </div>
        <p className="text-xs text-muted">
          {person}
          {query.data &&
            `, ${query.data.of === "book" ? "NRR of the book" : "NRR of the cohort"}, ${dayText(query.data.days.from)} to ${dayText(query.data.days.to)}`}
        </p>
      </div>
      <Loaded query={query} what="The reconciliation" skeleton={<Skeleton className="h-[420px]" />}>
        {(view) => {
          const { board, pay, difference } = view;
          return board.value === null || pay.value === null || difference.value === null ? (
            <div className="card">
              <Empty title="It cannot be reconciled.">
                {difference.reason ?? pay.reason ?? board.reason}
              </Empty>
            </div>
          ) : (
            <Found view={view} board={decimalOf(board.value, 6)} pay={decimalOf(pay.value, 6)} />
          );
        }}
      </Loaded>
    </>
  );
}

type View = Outputs["comp"]["reconciliation"];

/** The steps with shares as decimals, and what each moves in percentage points. */
const stepsOf = ({ steps }: View): ReconciledStep[] =>
  steps.map(({ difference, before, after, effect, accounts, accountCount }) => ({
    accountCount,
    difference,
    before: decimalOf(before, 6),
    after: decimalOf(after, 6),
    effect: pointsOf(effect, 4),
    exact: fractionText(effect),
    accounts: accounts.map((one) => ({
      accountId: one.accountId,
      name: one.account,
      before: one.before,
      after: one.after,
      effect: pointsOf(one.effect, 4),
      why: one.why,
    })),
  }));

function Found({ view, board, pay }: { view: View; board: string; pay: string }) {
  const { search, change } = useSearchState();
  const steps = stepsOf(view);
  const sentence = nrrSentence(board, pay, steps);
  const cause = search["cause"];
  return (
    <>
      <ChartFrame
        name="reconciliation"
        title="From board NRR to pay NRR"
        subtitle={`Percentage points, ${dayText(view.days.from)} to ${dayText(view.days.to)}, each step once those before it are in`}
        summary={sentence}
        terms={["nrr"]}
        currency={view.currency}
        table={<StepTable board={board} pay={pay} steps={steps} />}
      >
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <BridgeChart
            label={sentence}
            rows={nrrRows(board, pay, steps)}
            height={height}
            selected={cause ?? null}
            onSelect={(key) =>
              change({ cause: key === cause || key === "board" || key === "pay" ? undefined : key })
            }
          />
        </Suspense>
      </ChartFrame>
      <StepAccounts steps={steps} currency={view.currency} />
    </>
  );
}

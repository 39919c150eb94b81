import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Empty, Failed, Loaded, Skeleton } from "../../../ui/states.tsx";
import { type Scenario, type Simulation, type StatementRow, useStatements } from "../comp.ts";
import { CompTabs } from "../comp-tabs.tsx";
import { nextPeriod } from "../periods.ts";
import { PersonChoice } from "../person-choice.tsx";
import {
  asItIs,
  type ScenarioKey,
  scenarioFor,
  scenarioKeys,
  supposedAs,
  supposedIn,
  supposesNothing,
} from "./scenario-address.ts";
import { Simulated } from "./simulated.tsx";
import { SimulationMark } from "./simulation-mark.tsx";

/** What the address says of one person's pay. */
const clears = [
  "period",
  "scenarios",
  ...scenarioKeys.flatMap((key) => Object.keys(supposedAs(key, asItIs))),
];

/** What a statement would come to if things went otherwise: it never writes. */
export function SimulatorPage() {
  const { search } = useSearchState();
  const query = useStatements(search["person"]);
  return (
    <Page title="Simulator" crumbs={[{ label: "Compensation", to: "/comp" }]}>
      <CompTabs />
      <SimulationMark />
      <Loaded query={query} what="The statements" skeleton={<Skeleton className="h-[640px]" />}>
        {({ person, statements }) => {
          const [latest] = statements;
          if (person === null || !latest)
            return (
              <>
                <PersonChoice person={person} clears={clears} />
                <div className="card mt-3">
                  <Empty title="There is nothing to simulate.">
                    A simulation begins from a statement: {person ?? "you"} {person ? "has" : "have"} none
                    yet. Whoever reads the pay of others chooses the person here.
                  </Empty>
                </div>
              </>
            );
          const next = nextPeriod(latest.period.text);
          const periods = [...(next ? [next] : []), ...statements.map(({ period }) => period.text)];
          const period = periods.find((one) => one === search["period"]) ?? latest.period.text;
          return <OnePerson person={person} latest={latest} periods={periods} period={period} />;
        }}
      </Loaded>
    </Page>
  );
}

interface Props {
  person: string;
  latest: StatementRow;
  periods: readonly string[];
  period: string;
}

function OnePerson({ person, latest, periods, period }: Props) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  // The first scenario is always there; another is, once it supposes something or is asked for.
  const shown = scenarioKeys.filter(
    (key) =>
      key === "s" || !supposesNothing(supposedIn(search, key)) || (search["scenarios"] ?? "").includes(key),
  );
  const asked = useMemo(
    () => shown.map((key) => supposedIn(search, key)),
    // The address alone says what is supposed.
    [search, shown.join()],
  );
  const who = {
    person,
    currency: latest.currency,
    role: latest.plan.team === "sales" ? "ae" : "csm",
  } as const;
  const queries = useQueries({
    queries: asked.map((supposed) => {
      const scenario: Scenario = supposesNothing(supposed) ? undefined : scenarioFor(supposed, who);
      return trpc.comp.simulation.queryOptions(
        { person, period, ...(scenario ? { scenario } : {}) },
        { placeholderData: (before: Simulation | undefined) => before },
      );
    }),
  });
  const failed = queries.find(({ isError }) => isError);
  const found = queries.flatMap(({ data }) => data ?? []);
  const next = scenarioKeys.find((key) => !shown.includes(key));
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
            onChange={(one) => change({ period: one })}
          />
        </div>
        <p className="text-xs text-muted">
          {person}, {found[0] ? `${found[0].plan.name}, version ${found[0].plan.version}` : latest.plan.name}
        </p>
      </div>
      {failed && (
        <div className="card">
          <Failed what="The simulation" error={failed.error} onRetry={() => void failed.refetch()} />
          <div className="px-4 pb-4">
            <Button
              onClick={() => {
                for (const key of shown) change(supposedAs(key, asItIs));
              }}
            >
              Suppose nothing
            </Button>
          </div>
        </div>
      )}
      {!failed && found.length < shown.length && <Skeleton className="h-[640px]" />}
      {!failed && found.length === shown.length && (
        <Simulated
          scenarios={shown.map((key, index) => ({
            key,
            name: nameOf(key),
            supposed: asked[index] ?? asItIs,
            found: found[index] as Simulation,
          }))}
          today={today}
          onChange={(key, supposed) => change(supposedAs(key, supposed))}
          onAnother={next ? () => change({ scenarios: [...shown.slice(1), next].join(" ") }) : null}
        />
      )}
    </>
  );
}

const nameOf = (key: ScenarioKey) => `Scenario ${scenarioKeys.indexOf(key) + 1}`;

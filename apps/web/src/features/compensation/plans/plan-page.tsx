import { useQuery } from "@tanstack/react-query";
import type { CompPlan } from "@termwise/core/compensation";
import { useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import type { PlanView } from "../comp.ts";
import { planStateWords } from "../pay-words.ts";
import { Given } from "./given.tsx";
import { PlanActions } from "./plan-actions.tsx";
import { PlanBackTest } from "./plan-back-test.tsx";
import { PlanDiff } from "./plan-diff.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { PlanReading } from "./plan-reading.tsx";
import { useChecked } from "./use-checked.ts";

const crumbs = [
  { label: "Compensation", to: "/comp" },
  { label: "Plans", to: "/comp/plans" },
];

/** One plan in the version the address names, else in the one that is active, else in the latest. */
export function PlanPage({ id }: { id: string }) {
  const { search, change } = useSearchState();
  const query = useQuery(trpc.comp.plans.queryOptions());
  const own = query.data?.filter((plan) => plan.id === id) ?? [];
  const latest = own.reduce((most, { version }) => Math.max(most, version), 0);
  const active = own.reduce(
    (most, plan) => (plan.state === "active" ? Math.max(most, plan.version) : most),
    0,
  );
  const version =
    own.find((plan) => String(plan.version) === search["version"])?.version ?? (active || latest);
  const one = useQuery(trpc.comp.plan.queryOptions({ planId: id, version }, { enabled: version > 0 }));
  const view = one.data;
  const state = view && planStateWords[view.state];
  const missing = query.data !== undefined && version === 0;
  return (
    <Page
      title={missing ? "No such plan" : view ? `${view.name}, version ${version}` : "Plan"}
      crumbs={crumbs}
      tools={view && <Chip tone={state?.tone ?? "neutral"}>{state?.name ?? view.state}</Chip>}
    >
      {missing && (
        <div className="card">
          <Empty title="There is no such plan." />
        </div>
      )}
      {query.isError && (
        <Loaded query={query} what="The plan" skeleton={null}>
          {() => null}
        </Loaded>
      )}
      {!missing && !query.isError && (
        <Loaded query={one} what="The plan" skeleton={<Skeleton className="h-[640px]" />}>
          {(found) => (
            <>
              {found.versions.length > 1 && (
                <div className="-mb-6 w-64">
                  <SelectField
                    name="version"
                    label="Version"
                    value={String(version)}
                    options={found.versions.map((one) => ({
                      value: String(one.version),
                      label: `Version ${one.version}, ${planStateWords[one.state]?.name ?? one.state}`,
                    }))}
                    onChange={(next) => change({ version: next, from: undefined }, { push: true })}
                  />
                </div>
              )}
              <OnePlan key={found.at} view={found} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function OnePlan({ view }: { view: PlanView }) {
  const [edited, setEdited] = useState<CompPlan | null>(null);
  const checked = useChecked(edited, view);
  const { plan } = view;
  const disabled = plan.state !== "draft" || !mayI("comp.savePlan");
  return (
    <>
      <PlanActions view={view} edited={edited} faults={checked.faults} onReset={() => setEdited(null)} />
      {disabled && <PlanReading plan={plan} reading={view.reading} />}
      <PlanEditor
        plan={edited ?? plan}
        reading={checked.reading}
        faults={checked.faults}
        disabled={disabled}
        onChange={setEdited}
      />
      {mayI("comp.backtest") && <PlanBackTest plan={plan} edited={edited !== null} />}
      {view.versions.length > 1 && <PlanDiff view={view} />}
      <Given plan={plan} />
    </>
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { CohortsPage } from "../../features/retention/cohorts/cohorts-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

export const Route = createFileRoute("/retention_/cohorts")({ component: Cohorts });

function Cohorts() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="Cohorts" crumbs={[{ label: "Retention", to: "/retention" }]}>
        <FirstRun what="A cohort" />
      </Page>
    );
  return (
    <CohortsPage
      tools={
        <>
          <ViewsSoon path="/retention/cohorts" />
          <PeriodPicker />
          <AsOfPicker className="max-sm:hidden" />
        </>
      }
      filters={<FilterBar by={null} compare={false} />}
    />
  );
}

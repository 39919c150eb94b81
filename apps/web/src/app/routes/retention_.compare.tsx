import { createFileRoute } from "@tanstack/react-router";
import { ComparePage } from "../../features/retention/compare/compare-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

export const Route = createFileRoute("/retention_/compare")({ component: Compare });

function Compare() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="Compare definitions" crumbs={[{ label: "Retention", to: "/retention" }]}>
        <FirstRun what="The comparison" />
      </Page>
    );
  return (
    <ComparePage
      tools={
        <>
          <ViewsSoon path="/retention/compare" />
          <PeriodPicker />
          <AsOfPicker className="max-sm:hidden" />
        </>
      }
      filters={<FilterBar by={null} compare={false} />}
    />
  );
}

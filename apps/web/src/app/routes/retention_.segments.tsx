import { createFileRoute } from "@tanstack/react-router";
import { SegmentsPage } from "../../features/retention/segments/segments-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

export const Route = createFileRoute("/retention_/segments")({ component: Segments });

function Segments() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="Segments" crumbs={[{ label: "Retention", to: "/retention" }]}>
        <FirstRun what="Retention by segment" />
      </Page>
    );
  return (
    <SegmentsPage
      tools={
        <>
          <ViewsSoon path="/retention/segments" />
          <PeriodPicker />
          <AsOfPicker className="max-sm:hidden" />
        </>
      }
      filters={<FilterBar twice />}
    />
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { RetentionPage } from "../../features/retention/retention-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

export const Route = createFileRoute("/retention")({ component: Retention });

function Retention() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="Overview" crumbs={[{ label: "Retention", to: "/retention" }]}>
        <FirstRun what="The retention overview" />
      </Page>
    );
  return (
    <RetentionPage
      tools={
        <>
          <ViewsSoon path="/retention" />
          <PeriodPicker />
          <AsOfPicker className="max-sm:hidden" />
        </>
      }
      filters={<FilterBar />}
    />
  );
}

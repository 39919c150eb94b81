import { createFileRoute } from "@tanstack/react-router";
import { RetentionPage } from "../../features/retention/retention-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { mayI } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { later } from "../../ui/later.tsx";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

const AtRiskLine = later(async () => (await import("../../features/health/at-risk-line.tsx")).AtRiskLine);

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
      risk={mayI("health.queue") && <AtRiskLine />}
    />
  );
}

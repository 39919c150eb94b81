import { createFileRoute } from "@tanstack/react-router";
import { ArrBridgePage } from "../../features/retention/arr-bridge/arr-bridge-page.tsx";
import { AsOfPicker } from "../../features/scope/as-of-picker.tsx";
import { FilterBar } from "../../features/scope/filter-bar.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { ViewsSoon } from "../../ui/views-soon.tsx";

export const Route = createFileRoute("/retention_/bridge")({ component: Bridge });

function Bridge() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="ARR bridge" crumbs={[{ label: "Retention", to: "/retention" }]}>
        <FirstRun what="The ARR bridge" />
      </Page>
    );
  return (
    <ArrBridgePage
      tools={
        <>
          <ViewsSoon path="/retention/bridge" />
          <PeriodPicker />
          <AsOfPicker className="max-sm:hidden" />
        </>
      }
      filters={<FilterBar by="none" />}
    />
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { PeriodsPage } from "../../features/periods/periods-page.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";

export const Route = createFileRoute("/retention_/periods/")({ component: Periods });

function Periods() {
  const { empty } = useWorkspace();
  if (!empty) return <PeriodsPage />;
  return (
    <Page title="Closed periods" crumbs={[{ label: "Retention", to: "/retention" }]}>
      <FirstRun what="Closing a period" />
    </Page>
  );
}

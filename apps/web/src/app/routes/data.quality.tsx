import { createFileRoute } from "@tanstack/react-router";
import { QualityPage } from "../../features/quality/quality-page.tsx";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/quality")({ component: Quality });

function Quality() {
  if (mayI("quality.checks")) return <QualityPage />;
  return (
    <Page title="Data quality">
      <NoPermission what="Data quality" />
    </Page>
  );
}

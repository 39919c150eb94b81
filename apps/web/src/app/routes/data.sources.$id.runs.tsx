import { createFileRoute } from "@tanstack/react-router";
import { SourceRunsPage } from "../../features/sources/source-runs-page.tsx";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/sources/$id/runs")({ component: Runs });

function Runs() {
  const { id } = Route.useParams();
  if (mayI("sources.one")) return <SourceRunsPage id={id} />;
  return (
    <Page title="Source">
      <NoPermission what="Sources" />
    </Page>
  );
}

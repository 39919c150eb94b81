import { createFileRoute } from "@tanstack/react-router";
import { SourcesPage } from "../../features/sources/sources-page.tsx";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/sources/")({ component: Sources });

function Sources() {
  if (mayI("sources.list")) return <SourcesPage />;
  return (
    <Page title="Sources">
      <NoPermission what="Sources" />
    </Page>
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { PastImportPage } from "../../features/imports/past-import-page.tsx";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/imports_/$id")({ component: PastImport });

function PastImport() {
  const { id } = Route.useParams();
  if (mayI("imports.one")) return <PastImportPage id={id} />;
  return (
    <Page title="Import">
      <NoPermission what="Imports" />
    </Page>
  );
}

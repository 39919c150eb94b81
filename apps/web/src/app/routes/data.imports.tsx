import { createFileRoute } from "@tanstack/react-router";
import { ImportsPage } from "../../features/imports/imports-page.tsx";
import { RemoveDemo } from "../../features/workspace/remove-demo.tsx";
import { mayI } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";

export const Route = createFileRoute("/data/imports")({ component: Imports });

function Imports() {
  const { demo } = useWorkspace();
  if (!mayI("imports.list"))
    return (
      <Page title="Imports">
        <NoPermission what="Imports" />
      </Page>
    );
  return <ImportsPage first={demo ? <RemoveDemo /> : null} />;
}

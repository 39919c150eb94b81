import { createFileRoute } from "@tanstack/react-router";
import { WizardPage } from "../../features/imports/wizard/wizard-page.tsx";
import { RemoveDemo } from "../../features/workspace/remove-demo.tsx";
import { useWorkspace } from "../../lib/workspace.ts";

export const Route = createFileRoute("/data/imports_/new")({ component: NewImport });

function NewImport() {
  const { demo } = useWorkspace();
  return <WizardPage first={demo ? <RemoveDemo /> : null} />;
}

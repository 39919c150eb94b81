import { createFileRoute } from "@tanstack/react-router";
import { ImportsPage } from "../../features/imports/imports-page.tsx";
import { RemoveDemo } from "../../features/workspace/remove-demo.tsx";
import { useWorkspace } from "../../lib/workspace.ts";

export const Route = createFileRoute("/data/imports")({ component: Imports });

function Imports() {
  const { demo } = useWorkspace();
  return <ImportsPage first={demo ? <RemoveDemo /> : null} />;
}

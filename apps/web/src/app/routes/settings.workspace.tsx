import { createFileRoute } from "@tanstack/react-router";
import { WorkspacePage } from "../../features/settings/workspace/workspace-page.tsx";
import { DemoSection } from "../../features/workspace/demo-section.tsx";

export const Route = createFileRoute("/settings/workspace")({ component: Workspace });

function Workspace() {
  return <WorkspacePage demo={<DemoSection />} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { RunsPage } from "../../features/plays/runs-page.tsx";

export const Route = createFileRoute("/plays/runs")({ component: RunsPage });

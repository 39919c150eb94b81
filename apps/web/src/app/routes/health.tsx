import { createFileRoute } from "@tanstack/react-router";
import { HealthPage } from "../../features/health/overview/health-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/health")({
  component: () => <HealthPage filters={<FilterChips />} />,
});

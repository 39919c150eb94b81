import { createFileRoute } from "@tanstack/react-router";
import { DetractorsPage } from "../../features/health/risk/detractors-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/risk_/detractors")({
  component: () => <DetractorsPage filters={<FilterChips />} />,
});

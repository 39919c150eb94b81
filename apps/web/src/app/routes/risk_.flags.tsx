import { createFileRoute } from "@tanstack/react-router";
import { FlagsPage } from "../../features/health/risk/flags-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/risk_/flags")({
  component: () => <FlagsPage filters={<FilterChips />} />,
});

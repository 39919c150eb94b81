import { createFileRoute } from "@tanstack/react-router";
import { RiskPage } from "../../features/health/risk/risk-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/risk")({ component: () => <RiskPage filters={<FilterChips />} /> });

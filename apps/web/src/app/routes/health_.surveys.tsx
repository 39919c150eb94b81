import { createFileRoute } from "@tanstack/react-router";
import { SurveysPage } from "../../features/health/surveys/surveys-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";

export const Route = createFileRoute("/health_/surveys")({
  component: () => <SurveysPage tools={<PeriodPicker />} filters={<FilterChips />} />,
});

import { createFileRoute } from "@tanstack/react-router";
import { FilterChips } from "../../features/scope/filter-chips.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";
import { SurveysPage } from "../../features/surveys/surveys-page.tsx";

export const Route = createFileRoute("/health_/surveys")({
  component: () => <SurveysPage tools={<PeriodPicker />} filters={<FilterChips />} />,
});

import { createFileRoute } from "@tanstack/react-router";
import { PacePage } from "../../features/lifecycle/pace/pace-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/lifecycle_/velocity")({
  component: () => <PacePage filters={<FilterChips />} />,
});

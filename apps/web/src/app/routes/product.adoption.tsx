import { createFileRoute } from "@tanstack/react-router";
import { AdoptionPage } from "../../features/product/adoption-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/product/adoption")({
  component: () => <AdoptionPage filters={<FilterChips />} />,
});

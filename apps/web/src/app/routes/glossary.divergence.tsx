import { createFileRoute } from "@tanstack/react-router";
import { DivergencePage } from "../../features/divergence/divergence-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/glossary/divergence")({ component: Divergence });

function Divergence() {
  return <DivergencePage filters={<FilterChips />} />;
}

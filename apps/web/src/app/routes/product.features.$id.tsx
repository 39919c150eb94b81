import { createFileRoute } from "@tanstack/react-router";
import { FeaturePage } from "../../features/product/feature-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/product/features/$id")({ component: Feature });

function Feature() {
  const { id } = Route.useParams();
  return <FeaturePage key={id} feature={id} filters={<FilterChips />} />;
}

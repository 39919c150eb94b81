import { createFileRoute } from "@tanstack/react-router";
import { PlanPage } from "../../features/compensation/plans/plan-page.tsx";

export const Route = createFileRoute("/comp/plans/$id")({ component: OnePlan });

function OnePlan() {
  const { id } = Route.useParams();
  return <PlanPage key={id} id={id} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { PeriodPage } from "../../features/periods/period-page.tsx";

export const Route = createFileRoute("/retention_/periods/$number")({ component: OnePeriod });

function OnePeriod() {
  const { number } = Route.useParams();
  return <PeriodPage key={number} number={Number(number) || 0} />;
}

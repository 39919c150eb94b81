import { createFileRoute } from "@tanstack/react-router";
import { PeriodPage } from "../../features/periods/period-page.tsx";

export const Route = createFileRoute("/retention_/periods/$number")({ component: OnePeriod });

function OnePeriod() {
  const { number } = Route.useParams();
  return <PeriodPage key={number} number={/^[1-9]\d{0,5}$/.test(number) ? Number(number) : null} />;
}

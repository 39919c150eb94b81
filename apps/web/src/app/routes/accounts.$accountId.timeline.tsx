import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { TimelineTab } from "../../features/accounts/timeline/timeline-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/timeline")({ component: Timeline });

function Timeline() {
  return <TimelineTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

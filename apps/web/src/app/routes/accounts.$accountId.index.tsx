import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { OverviewTab } from "../../features/accounts/overview/overview-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/")({ component: Overview });

function Overview() {
  return <OverviewTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

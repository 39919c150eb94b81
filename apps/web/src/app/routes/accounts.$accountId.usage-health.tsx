import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { UsageHealthTab } from "../../features/health/panel/usage-health-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/usage-health")({ component: UsageHealth });

function UsageHealth() {
  return <UsageHealthTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

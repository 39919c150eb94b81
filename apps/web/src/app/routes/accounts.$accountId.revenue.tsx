import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { RevenueTab } from "../../features/accounts/revenue/revenue-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/revenue")({ component: Revenue });

function Revenue() {
  return <RevenueTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

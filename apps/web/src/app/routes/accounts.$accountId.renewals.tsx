import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { RenewalsTab } from "../../features/accounts/renewals/renewals-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/renewals")({ component: Renewals });

function Renewals() {
  return <RenewalsTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

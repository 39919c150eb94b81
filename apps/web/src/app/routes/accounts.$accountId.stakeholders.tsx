import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { StakeholdersTab } from "../../features/accounts/stakeholders/stakeholders-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/stakeholders")({ component: Stakeholders });

function Stakeholders() {
  return <StakeholdersTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

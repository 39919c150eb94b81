import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { HandoffTab } from "../../features/handoff/handoff-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/handoff")({ component: AccountHandoff });

function AccountHandoff() {
  return <HandoffTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

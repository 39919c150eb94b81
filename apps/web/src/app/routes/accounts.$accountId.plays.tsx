import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { AccountPlays } from "../../features/plays/account-plays.tsx";

export const Route = createFileRoute("/accounts/$accountId/plays")({ component: Plays });

function Plays() {
  return <AccountPlays accountId={accountIdOf(Route.useParams().accountId)} />;
}

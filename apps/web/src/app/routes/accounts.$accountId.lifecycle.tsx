import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf, useAccount } from "../../features/accounts/account.ts";
import { LifecycleTab } from "../../features/lifecycle/lifecycle-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/lifecycle")({ component: AccountLifecycle });

function AccountLifecycle() {
  const accountId = accountIdOf(Route.useParams().accountId);
  const { data } = useAccount(accountId);
  return <LifecycleTab accountId={accountId} name={data?.name ?? "This account"} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "../../features/accounts/account-page.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";

export const Route = createFileRoute("/accounts/$accountId")({ component: Account });

function Account() {
  const { accountId } = Route.useParams();
  return <AccountPage key={accountId} parameter={accountId} tools={<PeriodPicker />} />;
}

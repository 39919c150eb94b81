import { createFileRoute, Outlet } from "@tanstack/react-router";
import { AccountLayout } from "../../features/accounts/account-layout.tsx";
import { PeriodPicker } from "../../features/scope/period-picker.tsx";

export const Route = createFileRoute("/accounts/$accountId")({ component: Account });

/** The frame of every page of one account; the page itself is a child route. */
function Account() {
  const { accountId } = Route.useParams();
  return (
    <AccountLayout key={accountId} parameter={accountId} period={<PeriodPicker />}>
      <Outlet />
    </AccountLayout>
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { AccountsPage } from "../../features/accounts/accounts-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";
import { FirstRun } from "../../features/workspace/first-run-later.tsx";
import { useWorkspace } from "../../lib/workspace.ts";
import { Page } from "../../ui/page.tsx";

export const Route = createFileRoute("/accounts/")({ component: Accounts });

function Accounts() {
  const { empty } = useWorkspace();
  if (empty)
    return (
      <Page title="Accounts">
        <FirstRun what="The list of accounts" />
      </Page>
    );
  return <AccountsPage filters={<FilterChips />} />;
}

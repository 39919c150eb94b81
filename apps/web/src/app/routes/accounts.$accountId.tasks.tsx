import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { TasksTab } from "../../features/tasks/tasks-tab.tsx";

export const Route = createFileRoute("/accounts/$accountId/tasks")({ component: Tasks });

function Tasks() {
  return <TasksTab accountId={accountIdOf(Route.useParams().accountId)} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { accountIdOf } from "../../features/accounts/account.ts";
import { HandoffPrint } from "../../features/handoff/print-page.tsx";

export const Route = createFileRoute("/print/handoff/$accountId")({ component: PrintedHandoff });

function PrintedHandoff() {
  return <HandoffPrint accountId={accountIdOf(Route.useParams().accountId)} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { ReconciliationPage } from "../../features/compensation/reconciliation/reconciliation-page.tsx";

export const Route = createFileRoute("/comp/reconciliation")({ component: ReconciliationPage });

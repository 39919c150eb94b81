import { createFileRoute } from "@tanstack/react-router";
import { FinancePage } from "../../features/finance/finance-page.tsx";

export const Route = createFileRoute("/finance")({ component: FinancePage });

import { createFileRoute } from "@tanstack/react-router";
import { AuditPage } from "../../features/settings/audit/audit-page.tsx";

export const Route = createFileRoute("/settings/audit")({ component: AuditPage });

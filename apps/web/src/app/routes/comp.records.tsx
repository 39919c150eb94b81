import { createFileRoute } from "@tanstack/react-router";
import { RecordsPage } from "../../features/compensation/records/records-page.tsx";

export const Route = createFileRoute("/comp/records")({ component: RecordsPage });

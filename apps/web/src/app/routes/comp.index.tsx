import { createFileRoute } from "@tanstack/react-router";
import { MyStatementPage } from "../../features/compensation/my-statement-page.tsx";

export const Route = createFileRoute("/comp/")({ component: MyStatementPage });

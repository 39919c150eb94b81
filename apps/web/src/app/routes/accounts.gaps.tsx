import { createFileRoute } from "@tanstack/react-router";
import { GapsPage } from "../../features/accounts/gaps/gaps-page.tsx";

export const Route = createFileRoute("/accounts/gaps")({ component: GapsPage });

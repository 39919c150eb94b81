import { createFileRoute } from "@tanstack/react-router";
import { PayPage } from "../../features/settings/pay/pay-page.tsx";

export const Route = createFileRoute("/settings/pay")({ component: PayPage });

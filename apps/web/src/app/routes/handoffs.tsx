import { createFileRoute } from "@tanstack/react-router";
import { QueuePage } from "../../features/handoff/queue-page.tsx";

export const Route = createFileRoute("/handoffs")({ component: QueuePage });

import { createFileRoute } from "@tanstack/react-router";
import { LifecyclePage } from "../../features/settings/lifecycle/lifecycle-page.tsx";

export const Route = createFileRoute("/settings/lifecycle")({ component: LifecyclePage });

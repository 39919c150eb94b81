import { createFileRoute } from "@tanstack/react-router";
import { PlansPage } from "../../features/compensation/plans/plans-page.tsx";

export const Route = createFileRoute("/comp/plans/")({ component: PlansPage });

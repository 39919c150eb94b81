import { createFileRoute } from "@tanstack/react-router";
import { TeamsPage } from "../../features/settings/teams/teams-page.tsx";

export const Route = createFileRoute("/settings/teams")({ component: TeamsPage });

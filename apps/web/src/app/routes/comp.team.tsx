import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "../../features/compensation/team/team-page.tsx";

export const Route = createFileRoute("/comp/team")({ component: TeamPage });

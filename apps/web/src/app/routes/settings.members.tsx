import { createFileRoute } from "@tanstack/react-router";
import { MembersPage } from "../../features/settings/members/members-page.tsx";

export const Route = createFileRoute("/settings/members")({ component: MembersPage });

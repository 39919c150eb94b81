import { createFileRoute } from "@tanstack/react-router";
import { ProfilePage } from "../../features/settings/profile/profile-page.tsx";

export const Route = createFileRoute("/settings/profile")({ component: ProfilePage });

import { createFileRoute } from "@tanstack/react-router";
import { RegisterPage } from "../../features/glossary/register-page.tsx";

export const Route = createFileRoute("/glossary/register")({ component: RegisterPage });

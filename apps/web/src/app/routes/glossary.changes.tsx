import { createFileRoute } from "@tanstack/react-router";
import { ChangesPage } from "../../features/glossary/definitions/changes-page.tsx";

export const Route = createFileRoute("/glossary/changes")({ component: ChangesPage });

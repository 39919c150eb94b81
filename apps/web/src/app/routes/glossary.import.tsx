import { createFileRoute } from "@tanstack/react-router";
import { GlossaryImportPage } from "../../features/glossary/glossary-import-page.tsx";

export const Route = createFileRoute("/glossary/import")({ component: GlossaryImportPage });

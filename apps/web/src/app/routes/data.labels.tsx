import { createFileRoute } from "@tanstack/react-router";
import { LabelsPage } from "../../features/divergence/labels-page.tsx";

export const Route = createFileRoute("/data/labels")({ component: LabelsPage });

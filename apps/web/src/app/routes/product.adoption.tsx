import { createFileRoute } from "@tanstack/react-router";
import { AdoptionPage } from "../../features/product/adoption-page.tsx";

export const Route = createFileRoute("/product/adoption")({ component: AdoptionPage });

import { createFileRoute } from "@tanstack/react-router";
import { CataloguePage } from "../../features/plays/catalogue-page.tsx";

export const Route = createFileRoute("/plays/")({ component: CataloguePage });

import { createFileRoute } from "@tanstack/react-router";
import { ReviewsPage } from "../../features/glossary/definitions/reviews-page.tsx";

export const Route = createFileRoute("/glossary/reviews")({ component: ReviewsPage });

import { createFileRoute } from "@tanstack/react-router";
import { BookPage } from "../../features/book/book-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/book")({
  component: () => <BookPage filters={<FilterChips />} />,
});

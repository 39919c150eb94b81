import { createFileRoute } from "@tanstack/react-router";
import { BoardPage } from "../../features/lifecycle/board-page.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

export const Route = createFileRoute("/lifecycle")({
  component: () => <BoardPage filters={<FilterChips />} />,
});

import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import { BookPage } from "../../features/book/book-page.tsx";
import { CardsBoard } from "../../features/lifecycle/cards-board.tsx";
import { movePanelOf } from "../../features/lifecycle/move-panel-of.tsx";
import { FilterChips } from "../../features/scope/filter-chips.tsx";

const TouchpointDialog = lazy(() =>
  import("../../features/accounts/timeline/touchpoint-dialog.tsx").then((m) => ({
    default: m.TouchpointDialog,
  })),
);

export const Route = createFileRoute("/book")({
  component: () => (
    <BookPage
      filters={<FilterChips />}
      Board={CardsBoard}
      panelOf={movePanelOf}
      Recorder={TouchpointDialog}
    />
  ),
});

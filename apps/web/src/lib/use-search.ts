import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Notice, readSearch, type Search } from "./search.ts";

interface Change {
  /** A panel, tab or page is a step in the history; a filter is not. */
  push?: boolean;
}

/** The page's state in the address, and how to change a part of it. `undefined` takes a parameter out. */
export function useSearchState(): {
  search: Search;
  notices: Notice[];
  change: (patch: Search, options?: Change) => void;
} {
  const raw = useLocation({ select: (location) => location.search as Record<string, unknown> });
  const navigate = useNavigate();
  const { search, notices } = useMemo(() => readSearch(raw), [raw]);
  const change = useCallback(
    (patch: Search, { push = false }: Change = {}) => {
      void navigate({
        to: ".",
        search: (was: Record<string, unknown>) => ({ ...was, ...patch }),
        replace: !push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { search, notices, change };
}

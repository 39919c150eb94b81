import { useEffect, useState, useSyncExternalStore } from "react";
import { undoable } from "../lib/undo.ts";
import { useSearchState } from "../lib/use-search.ts";
import { later } from "./later.tsx";
import type { ViewPath } from "./use-views.ts";

const SavedViews = later(async () => (await import("./saved-views.tsx")).SavedViews);
const UndoToasts = later(async () => (await import("./undo-toasts.tsx")).UndoToasts);

/** Milliseconds: by then the page stands. */
const calm = 2_000;

/** The saved views of a page that must be light: they come once it stands, or at once where the address names one. */
export function ViewsSoon({ path }: { path: ViewPath }) {
  const { search } = useSearchState();
  const done = useSyncExternalStore(undoable.subscribe, undoable.read);
  const [wanted, setWanted] = useState(search["view"] !== undefined);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), calm);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <span className="flex min-w-9 justify-end sm:min-w-[74px]">{wanted && <SavedViews path={path} />}</span>
      {done.length > 0 && <UndoToasts />}
    </>
  );
}

import { useNavigate } from "@tanstack/react-router";
import { Bookmark, Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { cx } from "../lib/class-names.ts";
import { parseSearch } from "../lib/url.ts";
import { useSearchState } from "../lib/use-search.ts";
import { openedView, viewSearch } from "../lib/views.ts";
import { mayI } from "../lib/who.ts";
import { Popover } from "./popover.tsx";
import { useViews, type View, type ViewPath } from "./use-views.ts";
import { SaveView, ViewDeeds } from "./view-forms.tsx";

/** The views of a list somebody keeps and those others share: opening one sets the address, and the open one is marked. */
export function SavedViews({ path }: { path: ViewPath }) {
  const views = useViews(path);
  const { search } = useSearchState();
  const open = useOpenView();
  const here = viewSearch(search);
  const current = views.find(({ entryId }) => entryId === search["view"]) ?? null;
  const changed = current !== null && viewSearch(parseSearch(current.search)) !== here;
  const looked = useRef(false);
  useEffect(() => {
    // A link may name a view and nothing else. Once the page is there, taking all filters away is a choice.
    if (looked.current || views.length === 0) return;
    looked.current = true;
    if (current && here === "" && current.search !== "") open(current, true);
  }, [views, current, here, open]);
  return (
    <Popover
      label="Views"
      shortcut="views"
      align="end"
      chevron
      className="min-w-0"
      trigger={
        <>
          <Bookmark size={14} strokeWidth={1.5} aria-hidden className="flex-none sm:hidden" />
          <span className={current ? "sr-only" : "max-sm:sr-only"}>{current ? "View" : "Views"}</span>
          {current && <span className="max-w-40 truncate font-medium max-sm:sr-only">{current.name}</span>}
          {changed && <span className="text-2xs text-warning">changed</span>}
        </>
      }
    >
      {(close) => {
        const closed: typeof open = (view, replace) => {
          close();
          open(view, replace);
        };
        return (
          <div className="flex flex-col gap-3">
            <List views={views} current={current} onOpen={closed} />
            {current && <ViewDeeds view={current} here={here} changed={changed} onOpen={closed} />}
            {mayI("views.save") && (
              <SaveView path={path} here={here} onSaved={(view) => closed(view, true)} />
            )}
          </div>
        );
      }}
    </Popover>
  );
}

/** Opens a view, or the page without one. */
function useOpenView() {
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;
  const open = useRef((view: Pick<View, "entryId" | "search"> | null, replace = false) => {
    const search = view === null ? {} : openedView(view.entryId, parseSearch(view.search));
    void go.current({ to: ".", search, replace, resetScroll: false });
  });
  return open.current;
}

interface ListProps {
  views: readonly View[];
  current: View | null;
  onOpen: (view: View | null) => void;
}

function List({ views, current, onOpen }: ListProps) {
  if (views.length === 0)
    return (
      <p className="text-2xs text-subtle">
        No view of this page is kept yet. Choose filters and an order, and keep them under a name.
      </p>
    );
  return (
    <ul aria-label="Views of this page" className="-mx-1 flex max-h-64 flex-col overflow-y-auto p-0.5">
      <Item name="Everything" about="As the page opens" on={current === null} onOpen={() => onOpen(null)} />
      {views.map((view) => (
        <Item
          key={view.entryId}
          name={view.name}
          about={view.mine ? (view.shared ? "Shared" : "") : `Shared by ${view.byName ?? "somebody"}`}
          on={view === current}
          onOpen={() => onOpen(view)}
        />
      ))}
    </ul>
  );
}

function Item({ name, about, on, onOpen }: { name: string; about: string; on: boolean; onOpen: () => void }) {
  return (
    <li>
      <button
        type="button"
        aria-current={on ? "true" : undefined}
        onClick={onOpen}
        className="flex min-h-7 w-full items-center gap-2 rounded-control px-2 py-1 text-left text-xs hover:bg-hover pointer-coarse:min-h-11"
      >
        <Check size={14} strokeWidth={1.5} aria-hidden className={cx("flex-none", !on && "invisible")} />
        <span className="min-w-0 flex-1 break-words">{name}</span>
        <span className="flex-none text-2xs text-subtle">{about}</span>
      </button>
    </li>
  );
}

import { type FlatSearch, stringifySearch } from "./url.ts";

/** What is no part of a view: which view is open, what lies over the page, and how far one has turned its pages. */
const beside = ["view", "panel", "page"];

/** The address of a list as a view keeps it. */
export function viewSearch(search: Readonly<Record<string, string | undefined>>): string {
  return stringifySearch(Object.fromEntries(Object.entries(search).filter(([key]) => !beside.includes(key))));
}

/** The parameters that open a view, in place of those of another. */
export function openedView(entryId: string, search: FlatSearch): FlatSearch {
  return { ...search, view: entryId };
}

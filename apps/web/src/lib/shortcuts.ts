import type { Callable } from "@termwise/core/access";

/** What keys do, in the order they are listed: with Ctrl or ⌘ (`mod`), alone, or one after the other. */
export const shortcuts = [
  { keys: ["mod", "k"], text: "Command palette", does: "palette" },
  { keys: ["mod", "shift", "c"], text: "Copy a link to this page", does: "copy" },
  { keys: ["/"], text: "Search", does: "search" },
  { keys: ["g", "r"], text: "Go to retention", does: "go", to: "/retention", needs: "retention.overview" },
  { keys: ["g", "b"], text: "Go to my book", does: "go", to: "/book", needs: "book.today" },
  { keys: ["g", "a"], text: "Go to accounts", does: "go", to: "/accounts", needs: "accounts.list" },
  { keys: ["g", "l"], text: "Go to lifecycle", does: "go", to: "/lifecycle", needs: "lifecycle.board" },
  { keys: ["g", "t"], text: "Go to tasks", does: "go", to: "/tasks", needs: "tasks.list" },
  { keys: ["g", "i"], text: "Go to inbox", does: "go", to: "/inbox", needs: "inbox.list" },
  { keys: ["g", "g"], text: "Go to terms", does: "go", to: "/glossary", needs: "glossary.list" },
  { keys: ["g", "d"], text: "Go to data", does: "go", to: "/data/imports", needs: "imports.list" },
  { keys: ["f"], text: "Filter", does: "press", on: "filter" },
  { keys: ["v"], text: "Views of this page", does: "press", on: "views" },
  { keys: ["d"], text: "Definition of the figure in focus", does: "define" },
  { keys: ["t"], text: "Chart as a table, and back", does: "tables" },
  { keys: ["["], text: "Fold or widen the sidebar", does: "press", on: "sidebar" },
  { keys: ["?"], text: "Show this list", does: "list" },
] as const satisfies readonly {
  keys: readonly string[];
  text: string;
  does: "palette" | "copy" | "search" | "go" | "press" | "define" | "tables" | "list";
  to?: string;
  /** What is pressed: the control of the page that says so (`data-shortcut`). */
  on?: string;
  needs?: Callable;
}[];

/** One of {@link shortcuts}. */
export type Shortcut = (typeof shortcuts)[number];

/** The longest pause within a sequence, in milliseconds. */
export const sequencePause = 1000;

const isModified = ({ keys }: Shortcut): boolean => keys[0] === "mod";
const singles = shortcuts.filter((one) => !isModified(one));

/** What a key does that is pressed with Ctrl or ⌘; these cannot be switched off and work while one types. */
export function modified(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">) {
  if (event.altKey || event.ctrlKey === event.metaKey) return undefined;
  const all = ["mod", ...(event.shiftKey ? ["shift"] : []), event.key.toLowerCase()];
  return shortcuts.find((one) => isModified(one) && one.keys.join(" ") === all.join(" "));
}

/** What a key does after those pressed before it: a whole shortcut, the beginning of one (`pending`), or nothing. */
export function pressed(before: readonly string[], key: string): { shortcut?: Shortcut; pending: string[] } {
  const all = [...before, key];
  const begins = (keys: readonly string[]) => all.every((one, index) => keys[index] === one);
  const shortcut = singles.find(({ keys }) => keys.length === all.length && begins(keys));
  if (shortcut) return { shortcut, pending: [] };
  if (singles.some(({ keys }) => begins(keys))) return { pending: all };
  return before.length > 0 ? pressed([], key) : { pending: [] };
}

/** Whether a key press is meant for something else: for what is typed into, a shortcut of the browser, or an open dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=menu], dialog, [popover]") !== null
  );
}

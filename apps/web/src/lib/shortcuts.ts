import type { Callable } from "@termwise/core/access";

/** What single keys and sequences of them do, in the order they are listed. */
export const shortcuts = [
  { keys: ["/"], text: "Search", does: "search" },
  { keys: ["g", "r"], text: "Go to retention", does: "go", to: "/retention", needs: "retention.overview" },
  { keys: ["g", "b"], text: "Go to my book", does: "go", to: "/book", needs: "book.today" },
  { keys: ["g", "a"], text: "Go to accounts", does: "go", to: "/accounts", needs: "accounts.list" },
  { keys: ["g", "l"], text: "Go to lifecycle", does: "go", to: "/lifecycle", needs: "lifecycle.board" },
  { keys: ["g", "t"], text: "Go to tasks", does: "go", to: "/tasks", needs: "tasks.list" },
  { keys: ["g", "g"], text: "Go to terms", does: "go", to: "/glossary", needs: "glossary.list" },
  { keys: ["g", "i"], text: "Go to imports", does: "go", to: "/data/imports", needs: "imports.list" },
  { keys: ["?"], text: "Show this list", does: "list" },
] as const satisfies readonly {
  keys: readonly string[];
  text: string;
  does: "search" | "go" | "list";
  to?: string;
  needs?: Callable;
}[];

/** One of {@link shortcuts}. */
export type Shortcut = (typeof shortcuts)[number];

/** The longest pause within a sequence, in milliseconds. */
export const sequencePause = 1000;

/** What a key does after those pressed before it: a whole shortcut, the beginning of one (`pending`), or nothing. */
export function pressed(before: readonly string[], key: string): { shortcut?: Shortcut; pending: string[] } {
  const all = [...before, key];
  const begins = (keys: readonly string[]) => all.every((one, index) => keys[index] === one);
  const shortcut = shortcuts.find(({ keys }) => keys.length === all.length && begins(keys));
  if (shortcut) return { shortcut, pending: [] };
  if (shortcuts.some(({ keys }) => begins(keys))) return { pending: all };
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

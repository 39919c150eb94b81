import { useEffect } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping } from "../../lib/shortcuts.ts";

const rowsIn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-inbox-row]")];

/** Puts the focus on an item, on the last one where there are fewer. */
function focusItem(at: number): void {
  const rows = rowsIn();
  const row = rows[Math.min(at, rows.length - 1)];
  row?.querySelector<HTMLElement>("[data-opens]")?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** The place of the item that has the focus; -1: it is elsewhere. */
function itemWithFocus(): number {
  return rowsIn().findIndex((row) => row.contains(document.activeElement));
}

/** How many frames a list is given to be drawn without what was dealt with. */
const frames = 30;

/** The item that has the focus now; called once that item was dealt with, what is returned puts the focus on the next one. */
export function focusOnward(): () => void {
  const at = itemWithFocus();
  const row = rowsIn()[at];
  if (!row) return () => {};
  const go = (left: number) => {
    if (row.isConnected && left > 0) requestAnimationFrame(() => go(left - 1));
    else focusItem(at);
  };
  return () => go(frames);
}

/** What each key presses within the item that has the focus. */
const presses: Readonly<Record<string, string>> = { e: "done", h: "put-off" };

/** Keys of the inbox: J and K move, E marks an item, or all of a group, as done, H puts it off until tomorrow, Enter opens it; where single keys are on. */
export function useInboxKeys(): void {
  const on = usePreferences().preferences?.singleKeys ?? false;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.shiftKey || document.querySelector("dialog[open]")) return;
      const at = itemWithFocus();
      if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        focusItem(event.key === "j" ? at + 1 : Math.max(0, at - 1));
      }
      const does = presses[event.key];
      if (does === undefined || at < 0) return;
      event.preventDefault();
      rowsIn()[at]?.querySelector<HTMLElement>(`button[data-does=${does}]`)?.click();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

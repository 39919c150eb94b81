import { useEffect } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping } from "../../lib/shortcuts.ts";

const rowsIn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-queue-row]")];
const opens = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>("a");

/** Puts the focus on a line of the queue, on the last one where there are fewer. */
export function focusRow(at: number): void {
  const rows = rowsIn();
  const row = rows[Math.min(at, rows.length - 1)];
  opens(row)?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** The place in the queue of what has the focus; -1: it is elsewhere. */
export function rowWithFocus(): number {
  return rowsIn().findIndex((row) => row.contains(document.activeElement));
}

/** What each key presses within the line that has the focus. */
const presses: Readonly<Record<string, string>> = { e: "done", h: "put-off", c: "record" };

/**
 * Keys of the queue: J and K move, E is done with a line, H puts it off, C records; where single keys are on. None while
 * something is recorded: what is typed before its form has loaded is meant for the form.
 */
export function useQueueKeys(recording: boolean): void {
  const { preferences } = usePreferences();
  const on = !recording && (preferences?.singleKeys ?? false);
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.shiftKey) return;
      const at = rowWithFocus();
      if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        focusRow(event.key === "j" ? at + 1 : Math.max(0, at - 1));
      }
      const does = presses[event.key];
      if (does === undefined || at < 0) return;
      event.preventDefault();
      const row = rowsIn()[at];
      row?.querySelector<HTMLElement>(`[data-does=${does}] button, button[data-does=${does}]`)?.click();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

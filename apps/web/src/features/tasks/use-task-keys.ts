import { useEffect, useRef } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping, sequencePause } from "../../lib/shortcuts.ts";
import { focusedTask, moveFocus } from "./task-focus.ts";
import type { TaskRow } from "./tasks.ts";

interface Keys {
  readonly rows: readonly TaskRow[];
  readonly onAdd: () => void;
  readonly onComplete: (row: TaskRow) => void;
  readonly onPutOff: (row: TaskRow) => void;
}

/** Whether single keys are on: a person may switch them off. */
export function useSingleKeys(): boolean {
  return usePreferences().preferences?.singleKeys ?? false;
}

/** Keys of a list of tasks: J and K move, E or X completes, H puts off, C adds. None is in the way of a sequence. */
export function useTaskKeys(keys: Keys | null): void {
  const on = useSingleKeys();
  const held = useRef(keys);
  held.current = keys;
  const begun = useRef(0);
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      const now = held.current;
      if (now === null || event.shiftKey || isTyping(event)) return;
      const key = event.key.toLowerCase();
      if (key === "g") begun.current = event.timeStamp + sequencePause;
      else if (event.timeStamp < begun.current) begun.current = 0;
      else if (runs(key, now)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

function runs(key: string, { rows, onAdd, onComplete, onPutOff }: Keys): boolean {
  if (key === "j" || key === "k") moveFocus(key === "j" ? 1 : -1);
  else if (key === "c") onAdd();
  else {
    const id = focusedTask();
    const row = rows.find(({ entryId, due }) => entryId === id && due !== "closed");
    if (!row || !["e", "x", "h"].includes(key)) return false;
    if (key === "h") onPutOff(row);
    else onComplete(row);
  }
  return true;
}

import { useEffect, useRef } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping, sequencePause } from "../../lib/shortcuts.ts";

/** What the keys of a session do; null for one that does nothing now. */
export interface SessionKeys {
  readonly timer: (() => void) | null;
  readonly next: (() => void) | null;
  readonly reveal: (() => void) | null;
  readonly finding: ((at: number) => void) | null;
  readonly park: (() => void) | null;
}

/** Whether single keys are on: a person may switch them off. */
export function useSingleKeys(): boolean {
  return usePreferences().preferences?.singleKeys ?? false;
}

/** Space, →, R, 1 to 3 and P. Not while somebody types, within a sequence, or with a modifier held. */
export function useSessionKeys(keys: SessionKeys): void {
  const on = useSingleKeys();
  const held = useRef(keys);
  held.current = keys;
  const begun = useRef(0);
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.shiftKey || event.repeat || isTyping(event)) return;
      const key = event.key.toLowerCase();
      if (key === "g") begun.current = event.timeStamp + sequencePause;
      else if (event.timeStamp < begun.current) begun.current = 0;
      else {
        const act = actOf(key, event.target, held.current);
        if (!act) return;
        event.preventDefault();
        act();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);
}

function actOf(key: string, target: EventTarget | null, keys: SessionKeys): (() => void) | null {
  // Space on a button presses it, on a link's page it scrolls: only where nothing has the focus it is ours.
  if (key === " ")
    return target instanceof Element && target.closest("button, a, summary") ? null : keys.timer;
  if (key === "arrowright") return keys.next;
  if (key === "r") return keys.reveal;
  if (key === "p") return keys.park;
  const { finding } = keys;
  const at = ["1", "2", "3"].indexOf(key);
  return at >= 0 && finding ? () => finding(at) : null;
}

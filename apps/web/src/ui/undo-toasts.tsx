import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { refusalOf } from "../lib/trpc.ts";
import { type Done, dismiss, undoable } from "../lib/undo.ts";
import { Button } from "./button.tsx";

/** How long a way back is offered, in milliseconds; it waits while somebody points at it or has the focus in it. */
const offered = 10_000;

/** What was just done, each with its way back. Ctrl+Z, or ⌘Z, undoes the last. */
export function UndoToasts() {
  const done = useSyncExternalStore(undoable.subscribe, undoable.read);
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4"
    >
      {done.map((one, index) => (
        <Toast key={one.id} done={one} last={index === done.length - 1} />
      ))}
    </div>
  );
}

function Toast({ done, last }: { done: Done; last: boolean }) {
  const [held, setHeld] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const left = useRef(offered);
  useEffect(() => {
    if (held) return;
    const began = Date.now();
    const timer = setTimeout(() => dismiss(done.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - began;
    };
  }, [held, done.id]);
  const undo = useCallback(async () => {
    try {
      await done.undo();
      dismiss(done.id);
    } catch (error) {
      setFailed(refusalOf(error).message);
    }
  }, [done]);
  useEffect(() => {
    if (!last) return;
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest("input, textarea, [contenteditable]") !== null;
      if (typing || event.shiftKey || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey))
        return;
      event.preventDefault();
      void undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [last, undo]);
  return (
    <section
      aria-label={done.text}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-[min(560px,100%)] items-center gap-2 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-4 text-xs shadow-float"
    >
      <span className="min-w-0">{failed ?? done.text}</span>
      {failed === null && <Button onClick={() => void undo()}>Undo</Button>}
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => dismiss(done.id)}>
        <X size={14} strokeWidth={1.5} aria-hidden />
      </button>
    </section>
  );
}

import { useEffect, useRef, useState } from "react";

/** How a page learns of changes: it is told, it has to ask, or nobody is there to see them. */
export type Told = "told" | "asking" | "resting";

/** Milliseconds: after that a stream that was refused is tried again. */
const patience = 30_000;

/**
 * Listens to a session's changes for as long as it is drawn. After a long silence the server ends the stream, and it is
 * taken up again when somebody touches the page: a page left open keeps nobody signed in.
 */
export function useSessionEvents(id: string, follows: boolean, onVersion: (version: string) => void): Told {
  const [state, setState] = useState<Told>("asking");
  const held = useRef(onVersion);
  held.current = onVersion;
  useEffect(() => {
    if (!follows) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(`/api/sessions/${id}/events`);
      source.addEventListener("version", (event) => {
        setState("told");
        held.current(String(event.data));
      });
      source.addEventListener("idle", () => {
        source?.close();
        setState("resting");
        for (const name of ["pointerdown", "keydown"]) addEventListener(name, wake, { once: true });
      });
      source.addEventListener("error", () => {
        setState("asking");
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, patience);
      });
    };
    const wake = () => {
      for (const name of ["pointerdown", "keydown"]) removeEventListener(name, wake);
      setState("asking");
      open();
    };
    open();
    return () => {
      source?.close();
      clearTimeout(timer);
      for (const name of ["pointerdown", "keydown"]) removeEventListener(name, wake);
    };
  }, [id, follows]);
  return state;
}

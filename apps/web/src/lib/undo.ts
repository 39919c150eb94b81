/** Something that was just done, in words, and how it is undone. */
export interface Done {
  readonly id: number;
  readonly text: string;
  readonly undo: () => Promise<void>;
}

let done: readonly Done[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(now: readonly Done[]): void {
  done = now;
  for (const listener of listeners) listener();
}

/** Says what was done, with a way back for a while. */
export function offerUndo(text: string, undo: () => Promise<void>): void {
  set([...done.slice(-2), { id: next++, text, undo }]);
}

/** Takes what was said off the screen again. */
export function dismiss(id: number): void {
  set(done.filter((one) => one.id !== id));
}

/** What can be undone now, for `useSyncExternalStore`. */
export const undoable = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => done,
};

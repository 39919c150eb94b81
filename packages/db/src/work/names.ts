/** How something that is due stands: it waits, it has happened, or it was not needed any more when its time came. */
export const timerStates = ["waiting", "done", "void"] as const;

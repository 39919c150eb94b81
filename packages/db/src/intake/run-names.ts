/** What began a run: its schedule, somebody on the page, a program, a file in a folder, or the command line. */
export const runTriggers = ["schedule", "manual", "api", "folder", "cli"] as const;
/** What began a run. */
export type RunTrigger = (typeof runTriggers)[number];

/**
 * How a run stands: it waits, it runs, it is done; the import was stopped by a question or a safety bound and nothing was
 * stored; it failed; or it was skipped, because the same file had been taken in before.
 */
export const runStates = ["waiting", "running", "done", "stopped", "failed", "skipped"] as const;
/** How a run stands. */
export type RunState = (typeof runStates)[number];

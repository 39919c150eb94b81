import { later } from "../../ui/later.tsx";

/** An empty workspace: what to do first. Pages that show figures do not carry it. */
export const FirstRun = later(async () => (await import("./first-run.tsx")).FirstRun);

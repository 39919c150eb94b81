import type { EntryId } from "../kernel/index.ts";
import { isSaving } from "./intervention.ts";
import type { PlayRun } from "./run.ts";

/** A run as far as its place among others of a customer goes. */
interface RunOnRecord {
  readonly entryId: EntryId;
  readonly entry: Pick<PlayRun, "state" | "use" | "clockFrom">;
}

/** Whether a run is proposed or running: somebody is to do something. */
export const isOpenRun = ({ entry: { state } }: Pick<RunOnRecord, "entry">): boolean =>
  state === "running" || state === "proposed";

const placeOf = ({ entry: { state, use } }: RunOnRecord): number =>
  (state === "running" ? 0 : 3) + (use === "save" ? 0 : isSaving(use) ? 1 : 2);

/**
 * The order in which the open runs of a customer are told of everywhere, so that the first is the play of the account:
 * running before proposed; of each the save play, other plays meant to keep the customer, the rest; of equals the one
 * whose clock began last.
 */
export function inTellingOrder(a: RunOnRecord, b: RunOnRecord): number {
  const [later, earlier] = [b.entry.clockFrom, a.entry.clockFrom];
  return (
    placeOf(a) - placeOf(b) ||
    (later === earlier ? (a.entryId < b.entryId ? -1 : 1) : later < earlier ? -1 : 1)
  );
}

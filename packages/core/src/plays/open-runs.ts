import type { EntryId } from "../kernel/index.ts";
import { isSaving } from "./intervention.ts";
import type { PlayRun } from "./run.ts";

/** A run as far as its place among others of a customer goes. */
interface RunOnRecord {
  readonly entryId: EntryId;
  readonly entry: Pick<PlayRun, "state" | "use" | "clockFrom">;
}

/** How a run stands about which somebody is to do something. */
export type OpenRunState = Extract<PlayRun["state"], "proposed" | "running">;

/** Whether a run is proposed or running. */
export function isOpenRun<Run extends { readonly entry: Pick<PlayRun, "state"> }>(
  run: Run,
): run is Run & { readonly entry: { readonly state: OpenRunState } } {
  const { state } = run.entry;
  return state === "running" || state === "proposed";
}

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

import { dayText, readable } from "../../lib/format.ts";
import { durationText } from "./duration.ts";
import type { QueueRow } from "./queue.ts";

/** Who has to act, and for how long that has been so: "With Kim for 2 d". */
export function waitingText({ waiting, ae, keeper }: QueueRow, ahead: number): string {
  if (waiting === null) return "";
  const who = waiting.side === "ae" ? (ae ?? "nobody (no AE)") : (keeper ?? "nobody (no CSM)");
  const since = Date.now() + ahead - Date.parse(waiting.since);
  return since <= 0 ? `With ${who}` : `With ${who} for ${durationText(since)}`;
}

/** What is due next: the packet, by the clock; then the transfer, by its day. */
export function nextDeadline({ completeAt, dueAt, ownershipDueOn, gates }: QueueRow): {
  what: string;
  until: string | null;
} {
  if (completeAt === null) return { what: "Packet due", until: dueAt };
  const moved = gates.some(
    ({ gate, state }) => gate === "ownership" && (state === "met" || state === "late"),
  );
  return { what: moved ? "Passed on" : `To be passed on by ${dayText(ownershipDueOn)}`, until: null };
}

/** Why a gate stands as it does, as a sentence begins. */
export function reasonText(reason: string): string {
  return readable(reason.charAt(0).toUpperCase() + reason.slice(1));
}

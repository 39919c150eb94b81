import { useQuery } from "@tanstack/react-query";
import type { HandoffStatus } from "@termwise/core/handoff";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useWho } from "../../lib/who.ts";

/** What the server tells of the handoffs there are to do. */
export type Queue = Outputs["handoffs"]["list"];
/** One handoff of the queue. */
export type QueueRow = Queue["rows"][number];
/** Which handoffs of the queue are shown: those one writes, those one reviews, or everybody's. */
export type Whose = "write" | "review" | "all";
/** Which phases are shown: what is still to be done, or everything that ever was. */
export type Phase = "open" | "past";

/** The columns of the board, in the order a packet goes through them. */
export const statusOrder = [
  "not_started",
  "draft",
  "returned",
  "ready",
  "accepted",
] as const satisfies HandoffStatus[];

/** The handoffs of a phase. The clock goes on by itself; what others do is looked for every minute. */
export function useQueue(phase: Phase) {
  return useQuery({
    ...trpc.handoffs.list.queryOptions({
      phase: phase === "open" ? ["open"] : ["finished", "ended", "lapsed"],
    }),
    refetchInterval: 60_000,
  });
}

/** What somebody sees first: an AE or AM what they write, a CSM what they review, others everything. */
export function useUsualView(): Whose {
  const { role } = useWho().member;
  if (role === "ae" || role === "am") return "write";
  return role === "csm" ? "review" : "all";
}

/** The handoffs of a view. */
export function rowsOf(rows: readonly QueueRow[], whose: Whose): QueueRow[] {
  return rows.filter(({ mine }) => whose === "all" || (whose === "write" ? mine.ae : mine.cs));
}

/** Whether the next step of a handoff is the reader's own. */
export function waitsForMe({ waiting, mine }: QueueRow): boolean {
  return waiting !== null && mine[waiting.side];
}

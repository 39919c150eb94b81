import { useMutation } from "@tanstack/react-query";
import { dayText } from "../../lib/format.ts";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { focusTask, taskAfter } from "./task-focus.ts";
import type { TaskRow } from "./tasks.ts";

/** What of a task is changed. */
export type TaskChange = Inputs["tasks"]["change"]["change"];
type Entry = Extract<Inputs["journal"]["record"]["entry"], { of: "task" }>;
type Id = Inputs["tasks"]["complete"]["entryId"];

/** What can be done about tasks: each says what was done and offers the way back. */
export function useTaskActions(onTrouble: (message: string | null) => void) {
  const completing = useMutation(trpc.tasks.complete.mutationOptions());
  const reopening = useMutation(trpc.tasks.reopen.mutationOptions());
  const changing = useMutation(trpc.tasks.change.mutationOptions());
  const recording = useMutation(trpc.journal.record.mutationOptions());
  const withdrawing = useMutation(trpc.journal.withdraw.mutationOptions());
  const anew = useReadAnew();
  /** Does something, reads everything anew whether it was taken or not, and shows why it was not. */
  const tell = async (work: () => Promise<void>) => {
    onTrouble(null);
    try {
      await work();
    } catch (error) {
      onTrouble(refusalOf(error).message);
    }
    await anew();
  };
  const reopen = async (entryId: string) => {
    await reopening.mutateAsync({ entryId: entryId as Id });
    await anew();
  };
  const change = async (row: TaskRow, patch: TaskChange, text: string) => {
    const { before } = await changing.mutateAsync({
      entryId: row.entryId as Id,
      change: patch,
    });
    offerUndo(text, async () => {
      await changing.mutateAsync({ entryId: row.entryId as Id, change: before as TaskChange });
      await anew();
    });
  };
  return {
    complete: (row: TaskRow) =>
      tell(async () => {
        const after = taskAfter(row.entryId);
        const { next } = await completing.mutateAsync({ entryId: row.entryId as Id });
        const again = next?.dueOn ? ` It comes again on ${dayText(next.dueOn)}.` : "";
        offerUndo(`Done: ${row.title}.${again}`, () => reopen(row.entryId));
        await anew();
        focusTask(after);
      }),
    reopen: (row: TaskRow) =>
      tell(async () => {
        await reopening.mutateAsync({ entryId: row.entryId as Id });
      }),
    putOff: (row: TaskRow, until: string) =>
      tell(() =>
        change(row, { snoozedUntil: until } as TaskChange, `Put off until ${dayText(until)}: ${row.title}.`),
      ),
    drop: (row: TaskRow) => tell(() => change(row, { state: "cancelled" }, `Dropped: ${row.title}.`)),
    takeUp: (row: TaskRow) => tell(() => change(row, { snoozedUntil: null }, `Taken up: ${row.title}.`)),
    /** Throws when it is refused: the form shows why. */
    change: async (row: TaskRow, patch: TaskChange, text: string) => {
      await change(row, patch, text);
      await anew();
    },
    add: async (accountId: string, task: Omit<Entry, "of" | "state" | "source" | "snoozedUntil">) => {
      const entry = { of: "task", ...task, state: "open", source: "manual", snoozedUntil: null };
      const { entryId } = await recording.mutateAsync({ accountId, entry } as Inputs["journal"]["record"]);
      await anew();
      offerUndo(`Added: ${task.title}.`, async () => {
        await withdrawing.mutateAsync({ entryId, reason: "Undone" } as Inputs["journal"]["withdraw"]);
        await anew();
      });
    },
  };
}

/** What {@link useTaskActions} offers. */
export type TaskActions = ReturnType<typeof useTaskActions>;

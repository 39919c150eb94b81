import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { dayText } from "../../lib/format.ts";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import type { QueueCard } from "./book.ts";
import { doneUntil } from "./put-off-days.ts";

/** What can be done with a line of the queue without leaving it, each with its way back. */
export function useLineActions() {
  const { today } = useWorkspace();
  const { mutateAsync: record } = useMutation(trpc.journal.record.mutationOptions());
  const { mutateAsync: withdraw } = useMutation(trpc.journal.withdraw.mutationOptions());
  const { mutateAsync: complete } = useMutation(trpc.tasks.complete.mutationOptions());
  const { mutateAsync: reopen } = useMutation(trpc.tasks.reopen.mutationOptions());
  const anew = useReadAnew();
  const [trouble, setTrouble] = useState<string | null>(null);
  const hide = async ({ accountId, line }: QueueCard, until: string, says: string) => {
    const entry = { of: "queue_snooze", subject: line.subject, until };
    const { entryId } = await record({ accountId, entry } as Inputs["journal"]["record"]);
    offerUndo(says, async () => {
      await withdraw({ entryId, reason: "Undone at once." } as Inputs["journal"]["withdraw"]);
      await anew();
    });
    await anew();
  };
  const completeTask = async ({ name }: QueueCard, entryId: string) => {
    const { next } = await complete({ entryId } as Inputs["tasks"]["complete"]);
    const again = next?.dueOn ? ` It comes again on ${dayText(next.dueOn)}.` : "";
    offerUndo(`${name}: the task is done.${again}`, async () => {
      await reopen({ entryId } as Inputs["tasks"]["reopen"]);
      await anew();
    });
    await anew();
  };
  const telling = (work: Promise<void>) => {
    setTrouble(null);
    work.catch((error: unknown) => setTrouble(refusalOf(error).message));
  };
  return {
    trouble,
    /** Done with the line: a task is completed, anything else leaves the queue until its reason changes. */
    finish: (card: QueueCard) =>
      telling(
        card.line.task === null
          ? hide(card, doneUntil(today), `${card.name}: done with “${card.line.reason}”.`)
          : completeTask(card, card.line.task),
      ),
    putOff: (card: QueueCard, until: string) =>
      telling(hide(card, until, `${card.name} is put off until ${dayText(until)}.`)),
  };
}

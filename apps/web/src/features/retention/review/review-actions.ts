import { useMutation } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { offerUndo } from "../../../lib/undo.ts";
import { useReadAnew } from "../../../lib/use-recording.ts";
import type { Commentary, Mark } from "./review.ts";

type Id = Inputs["review"]["remove"]["entryId"];

/** What can be said and taken back; each says what was done, with a way back. */
export function useReviewActions() {
  const targets = useMutation(trpc.review.setTarget.mutationOptions());
  const marks = useMutation(trpc.review.annotate.mutationOptions());
  const comments = useMutation(trpc.review.comment.mutationOptions());
  const removing = useMutation(trpc.review.remove.mutationOptions());
  const restoring = useMutation(trpc.review.restore.mutationOptions());
  const anew = useReadAnew();
  const takeBack = async (entryId: Id) => {
    await removing.mutateAsync({ entryId });
    await anew();
  };
  return {
    setTarget: async (said: Inputs["review"]["setTarget"], text: string) => {
      const { entryId, before } = await targets.mutateAsync(said);
      await anew();
      offerUndo(text, async () => {
        if (before === null) return takeBack(entryId);
        await targets.mutateAsync({ ...said, value: before });
        await anew();
      });
    },
    annotate: async (said: Inputs["review"]["annotate"], before: Mark | null) => {
      const { entryId } = await marks.mutateAsync(said);
      await anew();
      offerUndo(`${before ? "Changed" : "Marked"}: ${said.text}.`, async () => {
        if (before === null) return takeBack(entryId);
        const { on, to, about, text, link } = before;
        await marks.mutateAsync({ entryId, on, to, about, text, link } as Inputs["review"]["annotate"]);
        await anew();
      });
    },
    comment: async (said: Inputs["review"]["comment"], before: Commentary | null) => {
      const { entryId, restates } = await comments.mutateAsync(said);
      await anew();
      offerUndo(before ? "Changed the commentary." : "Wrote a commentary.", async () => {
        if (before === null) return takeBack(entryId);
        await comments.mutateAsync({ ...givenAgain(before), entryId } as Inputs["review"]["comment"]);
        await anew();
      });
      return { restates };
    },
    remove: async (entryId: string, text: string) => {
      await removing.mutateAsync({ entryId: entryId as Id });
      await anew();
      offerUndo(text, async () => {
        await restoring.mutateAsync({ entryId: entryId as Id });
        await anew();
      });
    },
  };
}

/** A commentary as it is written, from how it is read. */
export function givenAgain(said: Commentary): Omit<Inputs["review"]["comment"], "entryId"> {
  const { term, over, driver, cause, action, owner, dueOn, state, account } = said;
  return {
    ...{ period: over.period, cause, action, owner, dueOn, state },
    ...({ term, driver, accountId: account?.accountId ?? null } as Pick<
      Inputs["review"]["comment"],
      "term" | "driver" | "accountId"
    >),
  };
}

import { useMutation } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { type Line, useAskAgain } from "./report.ts";
import { handlingWords } from "./words.ts";

/** How a divergence is to be handled. */
export type How = Inputs["divergence"]["handle"]["how"];

/** Puts the handling of a divergence on record, with a way back: handling and what came of it are both taken back. */
export function useHandle(): (line: Line, how: How) => Promise<void> {
  const again = useAskAgain();
  const { mutateAsync: handle } = useMutation(trpc.divergence.handle.mutationOptions());
  const { mutateAsync: withdraw } = useMutation(trpc.journal.withdraw.mutationOptions());
  return async (line, how) => {
    const { accountId, subject } = line;
    const { entryId, consequence } = await handle({ accountId, subject, how });
    await again();
    offerUndo(`${line.name}: ${handlingWords[how.action].toLowerCase()}`, async () => {
      for (const id of [entryId, ...(consequence ? [consequence.entryId] : [])])
        await withdraw({ entryId: id, reason: "Undone right after it was done." });
      await again();
    });
  };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { followsRecord } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { type StageKey, stageLooks } from "../../ui/stage-mark.tsx";
import { moveQuery } from "./lifecycle.ts";

/** An account and the column it is asked into. */
export interface Asked {
  readonly accountId: string;
  readonly name: string;
  readonly to: StageKey;
}

/**
 * Moves an account to a column, however it was asked for: where only the CSM's flag is missing it is set at once and can
 * be undone; whatever else it takes, or why it cannot be, stands in the panel.
 */
export function useMove(): (asked: Asked) => Promise<void> {
  const client = useQueryClient();
  const { change } = useSearchState();
  const { mutateAsync: record } = useMutation(trpc.journal.record.mutationOptions());
  const { mutateAsync: withdraw } = useMutation(trpc.journal.withdraw.mutationOptions());
  return useCallback(
    async ({ accountId, name, to }) => {
      const anew = () => client.invalidateQueries({ predicate: ({ queryKey }) => followsRecord(queryKey) });
      const answer = await client.fetchQuery(moveQuery(accountId, to));
      if (answer.outcome !== "open" || answer.next[0]?.entry !== "onboarded_flag") {
        change({ panel: `move:${accountId}.${to}` }, { push: true });
        return;
      }
      const { entryId } = await record({
        accountId,
        entry: { of: "onboarded_flag", value: true },
        seen: answer.journalToken,
      } as Inputs["journal"]["record"]);
      await anew();
      offerUndo(`${name} is ${stageLooks[to].name}.`, async () => {
        await withdraw({ entryId, reason: "Undone at once." } as Inputs["journal"]["withdraw"]);
        await anew();
      });
    },
    [client, change, record, withdraw],
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { offerUndo } from "../../lib/undo.ts";
import { useReadAnew } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { type StageKey, stageLooks } from "../../ui/stage-mark.tsx";
import { type Board, moveQuery } from "./lifecycle.ts";
import { withEarned } from "./moved.ts";
import { useTellRefused } from "./use-tell-refused.ts";

/** An account and the column it is asked into. */
export interface Asked {
  readonly accountId: string;
  readonly name: string;
  readonly from: StageKey;
  readonly to: StageKey;
}

/** A move that came to nothing, and why: somebody was faster, or the server did not answer. */
export interface Trouble {
  readonly asked: Asked;
  readonly message: string;
}

const isBoard = (queryKey: readonly unknown[]) => String(queryKey[0]) === "lifecycle,board";

/**
 * Moves an account to a column, however it was asked for: where only the CSM's flag is missing it is set at once and can
 * be undone; whatever else it takes, or why it cannot be, stands in the panel.
 */
export function useMove() {
  const client = useQueryClient();
  const { change } = useSearchState();
  const { mutateAsync: record } = useMutation(trpc.journal.record.mutationOptions());
  const { mutateAsync: withdraw } = useMutation(trpc.journal.withdraw.mutationOptions());
  const anew = useReadAnew();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const tellRefused = useTellRefused();
  const ask = useCallback(
    async ({ accountId, name, from, to }: Asked) => {
      const answer = await client.fetchQuery(moveQuery(accountId, to));
      if (answer.outcome !== "open" || answer.next[0]?.entry !== "onboarded_flag") {
        tellRefused(accountId, to, answer);
        change({ panel: `move:${accountId}.${to}` }, { push: true });
        return;
      }
      // The server has just said that the flag is all that is missing: the card is moved before it answers again.
      const boards = client.getQueriesData<Board>({ predicate: ({ queryKey }) => isBoard(queryKey) });
      for (const [key, board] of boards)
        if (board) client.setQueryData(key, withEarned(board, accountId, "onboarded"));
      try {
        const { entryId } = await record({
          accountId,
          entry: { of: "onboarded_flag", value: true },
          seen: answer.journalToken,
        } as Inputs["journal"]["record"]);
        offerUndo(`${name} is ${stageLooks[to].name}.`, async () => {
          await withdraw({ entryId, reason: "Undone at once." } as Inputs["journal"]["withdraw"]);
          await anew();
          keepFocus(accountId, from);
        });
      } catch (error) {
        for (const [key, board] of boards) client.setQueryData(key, board);
        throw error;
      } finally {
        await anew();
      }
      keepFocus(accountId, to);
    },
    [client, change, anew, record, withdraw, tellRefused],
  );
  const move = useCallback(
    (asked: Asked) => {
      setTrouble(null);
      if (asked.from === asked.to) return;
      ask(asked).catch((error: unknown) => setTrouble({ asked, message: refusalOf(error).message }));
    },
    [ask],
  );
  return { move, trouble, forget: useCallback(() => setTrouble(null), []) };
}

/** A card that was moved takes the focus along, if nobody has put it elsewhere meanwhile. */
export function keepFocus(accountId: string, column: StageKey): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const card = document.querySelector<HTMLElement>(`[data-card="${accountId}"] a`);
    const list = document.querySelector<HTMLElement>(`[data-column="${column}"] [tabindex="0"]`);
    (card ?? list)?.focus({ preventScroll: card === null });
  });
}

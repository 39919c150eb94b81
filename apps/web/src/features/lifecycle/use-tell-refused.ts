import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import type { StageKey } from "../../ui/stage-mark.tsx";
import type { MoveAnswer } from "./lifecycle.ts";

/** Puts on record that somebody asked for a stage whose gate was shut; that it cannot be told is no trouble of theirs. */
export function useTellRefused() {
  const client = useQueryClient();
  const { mutateAsync: record } = useMutation(trpc.journal.record.mutationOptions());
  return useCallback(
    (accountId: string, to: StageKey, { outcome, missing }: Pick<MoveAnswer, "outcome" | "missing">) => {
      if (outcome !== "refused" || missing.length === 0) return;
      const entry = { of: "move_refused", to, missing: missing.map(({ label }) => label) };
      record({ accountId, entry } as Inputs["journal"]["record"]).then(
        () => client.invalidateQueries({ queryKey: trpc.journal.ofAccount.queryKey() }),
        () => undefined,
      );
    },
    [client, record],
  );
}

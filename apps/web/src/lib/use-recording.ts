import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Inputs, trpc } from "./trpc.ts";

/** What an entry on record of an account changes nothing about: who is signed in, the workspace, definitions. */
const standing = ["session", "account", "workspace", "glossary", "members", "views"];

/** Whether a question is about accounts, and so is asked anew when something was put on record. */
export function followsRecord(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey;
  return !(Array.isArray(path) && standing.includes(String(path[0])));
}

/** Reads everything about accounts anew: somebody put something on record. */
export function useReadAnew(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ queryKey }) => followsRecord(queryKey) }),
    [client],
  );
}

type Recorded = Inputs["journal"]["record"];

/**
 * Puts something on record of an account, and takes it back with a reason. Whatever is read of the account is read anew
 * after it: stage, people, tasks and queues all follow from what is on record.
 */
export function useRecording(accountId: string) {
  const recording = useMutation(trpc.journal.record.mutationOptions());
  const withdrawing = useMutation(trpc.journal.withdraw.mutationOptions());
  const anew = useReadAnew();
  return {
    record: async (entry: Recorded["entry"], rest: Omit<Recorded, "accountId" | "entry"> = {}) => {
      const answer = await recording.mutateAsync({ accountId, entry, ...rest } as Recorded);
      await anew();
      return answer;
    },
    withdraw: async (entryId: string, reason: string) => {
      await withdrawing.mutateAsync({ entryId, reason } as Inputs["journal"]["withdraw"]);
      await anew();
    },
  };
}

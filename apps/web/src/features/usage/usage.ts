import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../lib/trpc.ts";

/** Everything told of how events come in. */
export type Sources = Outputs["usage"]["sources"];
/** A source of events with its keys and what came of it. */
export type EventSource = Sources["sources"][number];
/** Events that could not be taken in, a page of them, and how many there are. */
export type DeadLetters = Outputs["usage"]["deadLetters"];
/** An event that could not be taken in. */
export type DeadLetter = DeadLetters["letters"][number];
/** How many events of a source have the same wrong. */
export type LetterReason = DeadLetters["reasons"][number];
/** Which of them are meant: those of a source that have the same wrong; all of them where neither is said. */
export interface LettersAsked {
  readonly code?: string;
  readonly sourceId?: string;
}
/** What uses wait for. */
export type Unknown = Outputs["usage"]["unknownAccounts"][number];

/** What is wrong with an event, in a few words. */
const codeNames: Readonly<Record<string, string>> = {
  not_an_event: "No event",
  no_user: "No user",
  no_name: "No name",
  bad_time: "Bad time",
  bad_message_id: "Bad id",
  bad_text: "Bad text",
  too_large: "Too large",
  too_old: "Too old",
  too_deep: "Too deep",
  too_many_keys: "Too many keys",
};

/** A code in a few words. */
export const codeName = (code: string): string => codeNames[code] ?? code;

/** How long ago something came: seconds, minutes, hours or days. */
export function sinceText(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3_600) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries(trpc.usage.sources.queryFilter()),
      client.invalidateQueries(trpc.usage.deadLetters.queryFilter()),
      client.invalidateQueries(trpc.usage.unknownAccounts.queryFilter()),
    ]);
}

/** Reads all dead letters again that are meant, however many requests it takes, and tells what became of them. */
export function useReplayAll() {
  const onSuccess = useRefresh();
  const replay = useMutation(trpc.usage.replay.mutationOptions());
  return useMutation({
    mutationFn: async (where: LettersAsked) => {
      const told = { stored: 0, duplicate: 0, dead: 0 };
      let after: Outputs["usage"]["replay"]["next"] = null;
      do {
        const became = await replay.mutateAsync({ where, ...(after && { after }) });
        told.stored += became.stored;
        told.duplicate += became.duplicate;
        told.dead += became.dead;
        after = became.next;
      } while (after !== null);
      return told;
    },
    onSuccess,
  });
}

/** What is done with many dead letters at once. */
export type ReplayAll = ReturnType<typeof useReplayAll>;

/** What is done about events; what is shown follows at once. */
export function useUsageActions() {
  const onSuccess = useRefresh();
  return {
    addKey: useMutation(trpc.usage.addKey.mutationOptions({ onSuccess })),
    replay: useMutation(trpc.usage.replay.mutationOptions({ onSuccess })),
    dismiss: useMutation(trpc.usage.dismiss.mutationOptions({ onSuccess })),
    mapAccount: useMutation(trpc.usage.mapAccount.mutationOptions({ onSuccess })),
    setRawDays: useMutation(trpc.usage.setRawDays.mutationOptions({ onSuccess })),
  };
}

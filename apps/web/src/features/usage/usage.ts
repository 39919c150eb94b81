import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../lib/trpc.ts";

/** Everything told of how events come in. */
export type Sources = Outputs["usage"]["sources"];
/** A source of events with its keys and what came of it. */
export type EventSource = Sources["sources"][number];
/** An event that could not be taken in. */
export type DeadLetter = Outputs["usage"]["deadLetters"][number];
/** What uses wait for. */
export type Unknown = Outputs["usage"]["unknownAccounts"][number];

/** What is wrong with an event, in a few words. */
export const codeNames: Readonly<Record<string, string>> = {
  not_an_event: "No event",
  no_user: "No user",
  no_name: "No name",
  bad_time: "Bad time",
  bad_message_id: "Bad id",
  bad_text: "Bad text",
  too_large: "Too large",
  too_old: "Too old",
};

/** What is done about events; what is shown follows at once. */
export function useUsageActions() {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries(trpc.usage.sources.queryFilter()),
      client.invalidateQueries(trpc.usage.deadLetters.queryFilter()),
      client.invalidateQueries(trpc.usage.unknownAccounts.queryFilter()),
    ]);
  return {
    addKey: useMutation(trpc.usage.addKey.mutationOptions({ onSuccess })),
    replay: useMutation(trpc.usage.replay.mutationOptions({ onSuccess })),
    dismiss: useMutation(trpc.usage.dismiss.mutationOptions({ onSuccess })),
    mapAccount: useMutation(trpc.usage.mapAccount.mutationOptions({ onSuccess })),
    setRawDays: useMutation(trpc.usage.setRawDays.mutationOptions({ onSuccess })),
  };
}

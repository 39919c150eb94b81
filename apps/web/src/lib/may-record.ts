import { entryRight, scopeOf } from "@termwise/core/access";
import { queryClient, trpc } from "./trpc.ts";

/** Whether the signed-in person may put an entry of a kind on record, by the table the server enforces. */
export function mayRecord(kind: string): boolean {
  const who = queryClient.getQueryData(trpc.session.get.queryKey())?.who;
  return who ? scopeOf(entryRight(kind), who.member) !== null : false;
}

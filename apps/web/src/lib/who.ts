import { useQuery } from "@tanstack/react-query";
import type { Callable } from "@termwise/core/access";
import { type Outputs, queryClient, trpc } from "./trpc.ts";

/** Who is signed in, and which doors are open to who is not. */
export type Session = Outputs["session"]["get"];
/** The signed-in person: user, member of the open workspace, and their other workspaces. */
export type Who = NonNullable<Session["who"]>;

/** The signed-in person. Every page stands behind the guard, which lets nobody else through. */
export function useWho(): Who {
  const { data } = useQuery(trpc.session.get.queryOptions());
  if (!data?.who) throw new Error("who is read before the guard let somebody in");
  return data.who;
}

/** Whether the signed-in person may call a procedure or an address, as the server said by the table it enforces. */
export function mayI(name: Callable): boolean {
  return queryClient.getQueryData(trpc.session.get.queryKey())?.who?.may.includes(name) ?? false;
}

import { useQuery } from "@tanstack/react-query";
import { type Callable, mayCall, roleNames, roles, usualScope } from "@termwise/core/access";
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

/** Whether the signed-in person may call a procedure or an address, by the table the server enforces. */
export function mayI(name: Callable): boolean {
  const who = queryClient.getQueryData(trpc.session.get.queryKey())?.who;
  return mayCall(name, who ? who.member : null) !== null;
}

/** The roles that may call something, in words: "RevOps or Workspace admin". */
export function holdersOf(name: Callable): string {
  const holders = roles.filter((role) => mayCall(name, { role, scope: usualScope[role] }) !== null);
  const names = holders.map((role) => roleNames[role]);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

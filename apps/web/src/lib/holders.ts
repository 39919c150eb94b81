import { type Callable, mayCall, roleNames, roles, usualScope } from "@termwise/core/access";

/** The roles that may call something, in words: "RevOps or Workspace admin". */
export function holdersOf(name: Callable): string {
  const holders = roles.filter((role) => mayCall(name, { role, scope: usualScope[role] }) !== null);
  const names = holders.map((role) => roleNames[role]);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

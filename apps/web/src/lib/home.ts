import type { Role } from "@termwise/core/access";

/** Whoever works with accounts of their own begins with them. */
const holdsAccounts: readonly Role[] = ["csm", "ae", "am", "cse"];

/** The page somebody of a role begins with. */
export function homeOf(role: Role): "/book" | "/retention" {
  return holdsAccounts.includes(role) ? "/book" : "/retention";
}

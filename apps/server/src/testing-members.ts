import type { Role } from "@termwise/core/access";
import { findMemberships, inIdentity } from "@termwise/db";
import type { Principal } from "./auth/principal.ts";
import { personIn } from "./security/target.ts";
import type { Opened } from "./testing.ts";

/** Somebody the store knows, signed in: accounts name them as `knownAs`. */
export async function someoneOf(store: Opened, role: Role, knownAs: string): Promise<Principal> {
  const scope = role === "csm" ? "own" : "all";
  const { userId } = await personIn(store, store.house.first, {
    role,
    scope,
    name: knownAs,
    knownAs: [knownAs],
  });
  const [membership] = await inIdentity(store.house.db, (tx) => findMemberships(tx, userId));
  if (!membership) throw new Error("Nobody was made a member.");
  const as = { sessionId: "ses_test", name: knownAs, email: "", secondFactor: true };
  return { kind: "member", membership, userId, ...as };
}

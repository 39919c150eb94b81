import {
  type AccessScope,
  keyRights,
  type Permission,
  type Right,
  type Role,
  rights,
  scopeOf,
} from "@termwise/core/access";
import type { ApiKeyId, Day, MemberId } from "@termwise/core/kernel";
import type { ApiKey, Membership } from "@termwise/db";
import type { OwnerNames } from "../derive/visible.ts";
import type { House } from "../house.ts";
import type { Acting } from "./acting.ts";
import { namesSeen } from "./names-seen.ts";

/** A signed-in person in the workspace their session has open. */
export interface MemberPrincipal {
  readonly kind: "member";
  readonly membership: Membership;
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  /** They have no password here: their identity provider signs them in, and a second factor is the provider's to ask for. */
  readonly vouched?: boolean;
}

/** A program with an API key, or whoever runs the command line where the data lies. */
export type Principal =
  | MemberPrincipal
  | {
      readonly kind: "key";
      readonly key: ApiKey;
      readonly creator: { role: Role; scope: AccessScope } | null;
    }
  | { readonly kind: "operator"; readonly workspaceId: Membership["workspace"]["id"] };

/** The workspace a principal works in: from the session, the key or the command line, never from what a request says. */
export function workspaceOf(who: Principal): Membership["workspace"]["id"] {
  if (who.kind === "member") return who.membership.workspace.id;
  return who.kind === "key" ? who.key.workspaceId : who.workspaceId;
}

/** Who it is, for the audit log. */
export function actorOf(who: Principal | null): Acting["actor"] {
  if (who === null) return { kind: "nobody", id: null };
  if (who.kind === "member") return { kind: "member", id: who.membership.member.id satisfies MemberId };
  return who.kind === "key"
    ? { kind: "key", id: who.key.id satisfies ApiKeyId }
    : { kind: "operator", id: null };
}

/** Whether a workspace's rule keeps this person from everything until they have a second factor. */
export function lacksSecondFactor(who: Principal): boolean {
  if (who.kind !== "member" || who.secondFactor || who.vouched) return false;
  return who.membership.workspace.secondFactorRequired;
}

/** In which scope somebody may do what needs a permission; null: not at all. */
export function mayDo(who: Principal | null, permission: Permission): AccessScope | null {
  if (permission === "anyone") return "own";
  if (who === null) return null;
  if (permission === "operator") return who.kind === "operator" ? "all" : null;
  if (permission === "signed_in") return who.kind === "member" ? "own" : null;
  if (lacksSecondFactor(who)) return null;
  if (who.kind === "member") return scopeOf(permission, who.membership.member);
  // Whoever runs the command line holds the data itself; other people's pay is not theirs to read for that.
  if (who.kind === "operator") return permission.startsWith("pay_") ? null : "all";
  return keyMayDo(who.key, who.creator, permission);
}

/** A key does what it was given, as long as its creator may still do it, and in their scope. */
function keyMayDo(
  key: ApiKey,
  creator: { role: Role; scope: AccessScope } | null,
  right: Right,
): AccessScope | null {
  if (creator === null || !keyRights.some((given) => given === right && key.rights.includes(given)))
    return null;
  return scopeOf(right, creator);
}

/** What somebody can do, right by right, for the screens. */
export function rightsOf(who: Principal): Partial<Record<Right, AccessScope>> {
  const held = (Object.keys(rights) as Right[]).flatMap((right) => {
    const scope = mayDo(who, right);
    return scope === null ? [] : [[right, scope] as const];
  });
  return Object.fromEntries(held);
}

/** The names whose accounts somebody sees in a scope; null: everybody's. A key sees what its creator sees. */
export async function ownersSeen(
  house: House,
  who: Principal,
  scope: AccessScope,
  today: Day,
): Promise<OwnerNames | null> {
  if (scope === "all") return null;
  const member =
    who.kind === "member" ? who.membership.member.id : who.kind === "key" ? who.key.createdBy : null;
  if (member === null) return new Set();
  return namesSeen({ db: house.db, workspaceId: workspaceOf(who) }, { member, scope, today });
}

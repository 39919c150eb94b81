import {
  type AccessScope,
  type Callable,
  grants,
  keyRights,
  type Permission,
  permissions,
  rights,
  roleNames,
  roles,
} from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { appendAudit, inIdentity } from "@termwise/db";
import type { House } from "../house.ts";
import type { Termwise } from "../termwise.ts";
import type { Acting } from "./acting.ts";
import { lacksSecondFactor, mayDo, ownersSeen, type Principal, workspaceOf } from "./principal.ts";

/** Something somebody wants to call, by its name in the permission table. */
export interface Attempt {
  readonly name: string;
  readonly permission: Permission;
  readonly who: Principal | null;
  readonly acting: Acting;
}

/**
 * The scope in which somebody may call something. Throws `signed_out` for nobody and `forbidden` for whoever lacks the
 * right, which is told to their workspace's audit log.
 */
export async function allowedScope(
  house: House,
  { name, permission, who, acting }: Attempt,
): Promise<AccessScope> {
  const scope = mayDo(who, permission);
  if (scope !== null) return scope;
  if (who === null) throw new Failure("signed_out", "Sign in first");
  const id = workspaceOf(who);
  await inIdentity(house.db, (tx) =>
    appendAudit(tx, id, { ...acting, action: "denied", subject: { kind: "call", id: name } }),
  );
  throw new Failure("forbidden", denialOf(who, permission));
}

function denialOf(who: Principal, permission: Permission): string {
  if (lacksSecondFactor(who))
    return "This workspace asks for a second factor. Set it up under Security first";
  if (permission === "anyone" || permission === "signed_in" || permission === "operator")
    return "This is not for you to do";
  if (who.kind === "key")
    return `This key may not do it: it needs the right to "${rights[permission].toLowerCase()}". A key can be given ${keyRights.join(", ")}`;
  const holders = roles
    .filter((role) => grants[permission][role] !== undefined)
    .map((role) => roleNames[role]);
  return `This needs the right to "${rights[permission].toLowerCase()}". ${holders.join(", ")} ${holders.length === 1 ? "has" : "have"} it; a workspace admin can change roles`;
}

/** As {@link allowedScope} for an address: the workspace of whoever asks, as they see it. */
export async function openFor(
  house: House,
  attempt: Omit<Attempt, "permission"> & { name: Callable },
): Promise<Termwise> {
  const scope = await allowedScope(house, { ...attempt, permission: permissions[attempt.name] });
  if (attempt.who === null) throw new Failure("signed_out", "Sign in first");
  return seenBy(house, attempt.who, scope);
}

/** Somebody's workspace as they see it in a scope. */
export async function seenBy(house: House, who: Principal, scope: AccessScope): Promise<Termwise> {
  const termwise = await house.termwise(workspaceOf(who));
  const names = await ownersSeen(house, who, scope, termwise.today());
  return names === null ? termwise : termwise.seenBy(names);
}

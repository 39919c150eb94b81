import type { AuditAction } from "@termwise/core/access";
import {
  appendAudit,
  appendNothing,
  clearLimit,
  dropChallenges,
  endOtherSessions,
  endSession,
  findUser,
  type Membership,
  renewPasswordHash,
  type Transaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { DoorPath } from "../auth/door-paths.ts";
import { limits } from "../auth/limits.ts";
import { openMemberships } from "../auth/memberships.ts";
import type { Notes } from "../auth/notes.ts";
import type { Principal } from "../auth/principal.ts";

/** One request to a door, and what is known of who makes it. */
export interface Knock {
  readonly path: string;
  readonly door: DoorPath;
  readonly body: Readonly<Record<string, string>>;
  readonly who: Principal | null;
  /** Whose second factor is asked for. */
  readonly challenged: string | null;
  readonly acting: Acting;
}

/** What a door did: `refused` as wrong, `pending` a second factor, `entered` with a new session, or simply `done`. */
export type Outcome = "refused" | "pending" | "entered" | "done";

/** What became of a request, from the library's answer and what was noted while it worked. */
export async function outcomeOf(answered: Response, notes: Notes): Promise<Outcome> {
  if (answered.status >= 400) return "refused";
  const said = (await answered
    .clone()
    .json()
    .catch(() => null)) as { twoFactorRedirect?: boolean } | null;
  if (said?.twoFactorRedirect === true) return "pending";
  // The library makes a session and takes it back when a second factor is still to come.
  return notes.session && /session_token=[^;]/.test(answered.headers.get("set-cookie") ?? "")
    ? "entered"
    : "done";
}

/** Whether the account of who is signed in is another one now: with it their session has rotated. */
export function hasChanged({ door, who }: Knock, outcome: Outcome): boolean {
  return door.changesAccount === true && who?.kind === "member" && outcome === "entered";
}

/** Ends what a door ended, and tells the audit log of the workspaces concerned what was done, or tried and refused. */
export async function settle(tx: Transaction, knock: Knock, outcome: Outcome, notes: Notes): Promise<void> {
  const { path, door, who, challenged, body } = knock;
  const signedIn = who?.kind === "member" ? who : null;
  if (outcome === "refused") {
    const tried = path === "/sign-in/email" ? await personMeant(tx, body["email"]) : notes.tried;
    // Somebody at a browser left alone tries passwords too.
    const again = "password" in body || "currentPassword" in body ? signedIn?.userId : undefined;
    const whose = tried ?? again ?? (signedIn ? null : challenged);
    return whose === null ? appendNothing(tx) : tellAll(tx, knock, whose, "sign_in_failed");
  }
  const { session } = notes;
  // A browser has one session: the one it had before ends when it signs in anew, or begins to.
  if (signedIn && session && session.id !== signedIn.sessionId)
    await endSession(tx, { id: signedIn.sessionId, userId: signedIn.userId });
  if (path === "/sign-in/email" && session && notes.renewed)
    await renewPasswordHash(tx, { userId: session.userId, ...notes.renewed });
  if (outcome === "pending") return;
  const changed = notes.changed ?? (hasChanged(knock, outcome) ? signedIn?.userId : undefined);
  if (changed !== undefined && door.done !== "password_reset_asked") await dropChallenges(tx, changed);
  if (changed !== undefined && session) await endOtherSessions(tx, { keep: session.id, userId: changed });
  const shown = door.secondFactor ? (signedIn?.userId ?? challenged) : null;
  if (shown !== null) await clearLimit(tx, limits.secondFactorAccount(shown).key);
  for (const { invitation, memberId } of notes.joined ?? [])
    await appendAudit(tx, invitation.workspaceId, {
      ...knock.acting,
      actor: { kind: "member", id: memberId },
      action: "member_joined",
      subject: { kind: "invitation", id: invitation.id },
    });
  await tellDone(tx, knock, outcome, notes, changed);
}

async function tellDone(
  tx: Transaction,
  knock: Knock,
  outcome: Outcome,
  notes: Notes,
  changed: string | undefined,
): Promise<void> {
  const { path, door, who } = knock;
  const entered = outcome === "entered" ? notes.session : undefined;
  if (changed !== undefined) return door.done && tellAll(tx, knock, changed, door.done);
  if (entered) {
    const opened = (await openMemberships(tx, entered.userId)).filter(
      ({ member }) => member.id === entered.memberId,
    );
    const details = notes.linked ? { linked: "identity_provider" } : {};
    return tell(tx, knock, opened, path === "/first-run" ? "first_run" : "sign_in", details);
  }
  if (door.done !== undefined && !door.changesAccount && who?.kind === "member")
    await tell(tx, knock, [who.membership], door.done);
}

/** What concerns a person's account concerns every workspace they may open. */
async function tellAll(tx: Transaction, knock: Knock, userId: string, action: AuditAction): Promise<void> {
  await tell(tx, knock, await openMemberships(tx, userId), action);
}

async function tell(
  tx: Transaction,
  { acting }: Knock,
  memberships: readonly Membership[],
  action: AuditAction,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  for (const { member, workspace } of memberships) {
    const actor = { kind: "member", id: member.id } as const;
    await appendAudit(tx, workspace.id, { ...acting, actor, action, details });
  }
}

/** Whom somebody tried to sign in as. For nobody there is, as much is asked of the store as for somebody. */
async function personMeant(tx: Transaction, address = ""): Promise<string | undefined> {
  const person = await findUser(tx, { email: address.trim().toLowerCase() });
  if (!person) await openMemberships(tx, "nobody");
  return person?.id;
}

import { managersOn, mayReadPay } from "@termwise/core/access";
import { type Day, Failure, type MemberId } from "@termwise/core/kernel";
import {
  appendAudit,
  findWorkspace,
  type HeldPayGrant,
  loadMembers,
  loadPayGrants,
  loadReportingLines,
  type MemberPerson,
  type WorkspaceTransaction,
} from "@termwise/db";
import { dayOf } from "../clock.ts";
import type { Termwise } from "../termwise.ts";
import type { Acting } from "./acting.ts";
import type { Principal } from "./principal.ts";

/** Who reads, whose pay, and what of it: a word for the audit log, such as `statement`. */
export interface PayReading {
  readonly termwise: Termwise;
  readonly who: Principal;
  readonly acting: Acting;
  readonly subject: MemberId;
  readonly what: string;
}

/** What stood when the door was opened: the day, and who leads whom and holds which grants. */
export interface PayDoor {
  readonly on: Day;
  readonly people: readonly MemberPerson[];
  readonly managers: ReadonlyMap<MemberId, MemberId>;
  readonly grants: readonly HeldPayGrant[];
}

/**
 * The one door to a member's pay: `read` runs only for the member, whoever leads them today, or whoever holds a grant
 * today, and what it reads is told to the audit log in the same transaction. For anybody else, and for a member there is
 * not, `not_found` alike; that is told to the log as a denial. No role opens it, and neither a key nor the command line.
 */
export async function readingPay<T>(
  { termwise, who, acting, subject, what }: PayReading,
  read: (tx: WorkspaceTransaction, door: PayDoor) => Promise<T>,
): Promise<T> {
  const reader = who.kind === "member" ? who.membership.member.id : null;
  const told = { ...acting, subject: { kind: "pay", id: subject } };
  const opened = await termwise.write(async (tx) => {
    const on = dayOf(acting.at, (await findWorkspace(tx)).timeZone);
    const people = await loadMembers(tx, tx.workspaceId);
    const managers = managersOn(await loadReportingLines(tx, tx.workspaceId), on);
    const grants = (await loadPayGrants(tx)).filter(({ withdrawnAt }) => withdrawnAt === null);
    const there = people.some(({ member }) => member.id === subject);
    const asked = reader === null || !there ? null : { reader, subject, managers, grants, on };
    const reason = asked && mayReadPay(asked);
    if (reason === null) {
      await appendAudit(tx, tx.workspaceId, { ...told, action: "denied", details: { what } });
      return null;
    }
    const result = await read(tx, { on, people, managers, grants });
    await appendAudit(tx, tx.workspaceId, { ...told, action: "pay_read", details: { what, reason } });
    return { result };
  });
  if (opened === null) throw new Failure("not_found", "There is no such member");
  return opened.result;
}

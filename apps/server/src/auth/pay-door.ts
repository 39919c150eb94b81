import { managersOn, mayReadPay, type PayReason } from "@termwise/core/access";
import { type Day, Failure, groupBy, type Instant, type MemberId } from "@termwise/core/kernel";
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
import { ownerName } from "../derive/visible.ts";
import type { Termwise } from "../termwise.ts";
import type { Acting } from "./acting.ts";
import { namesOfMember } from "./names-seen.ts";
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

/** Who asks in a transaction, and why they may read whose pay today; people go by the name accounts call them. */
export interface PayReader {
  readonly on: Day;
  readonly member: MemberId | null;
  /** Null: they may not, or there is no such person. */
  reasonFor(person: string): PayReason | null;
  /** The member who goes by a name; null for whoever is none any more, or not yet. */
  memberOf(person: string): MemberId | null;
  /** Whether a name is that of the one who asks. */
  isOwn(person: string): boolean;
}

/** What a member may read of people's pay. Whoever is no member here is read by a grant to all pay, and by nothing else. */
export async function payReaderIn(
  tx: WorkspaceTransaction,
  reader: MemberId | null,
  at: Instant,
): Promise<PayReader> {
  const on = dayOf(at, (await findWorkspace(tx)).timeZone);
  const people = await loadMembers(tx, tx.workspaceId);
  const managers = managersOn(await loadReportingLines(tx, tx.workspaceId), on);
  const grants = (await loadPayGrants(tx)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const byName = groupBy(
    people.flatMap((one) => [...new Set(namesOfMember(one))].map((name) => ({ name, id: one.member.id }))),
    ({ name }) => name,
  );
  // A name that two members go by is neither's: nobody reads a colleague's pay by being called like them.
  const memberOf = (person: string) => {
    const [one, other] = byName.get(ownerName(person)) ?? [];
    return one && !other ? one.id : null;
  };
  const toAll = grants.some(
    (grant) => grant.memberId === reader && grant.subject === "all" && grant.from <= on && on <= grant.until,
  );
  return {
    on,
    member: reader,
    memberOf,
    isOwn: (person) => reader !== null && memberOf(person) === reader,
    reasonFor: (person) => {
      if (reader === null) return null;
      const subject = memberOf(person);
      if (subject === null) return toAll ? "grant" : null;
      return mayReadPay({ reader, subject, managers, grants, on });
    },
  };
}

/** Who reads the pay of a person, and what of it. `reader`: on whose behalf, where that is not the one who asks. */
export interface PersonReading extends Omit<PayReading, "subject"> {
  readonly person: string;
  readonly reader?: MemberId | undefined;
}

/**
 * The same door to the pay of somebody by the name accounts call them: `read` runs for those who may read it alone, and the
 * reading is told to the audit log in its transaction. Who may not is told there is no such person, and that is told too.
 */
export async function readingPersonsPay<T>(
  { termwise, who, acting, person, what, reader }: PersonReading,
  read: (tx: WorkspaceTransaction, door: PayReader) => Promise<T>,
): Promise<T> {
  const asking = reader ?? (who.kind === "member" ? who.membership.member.id : null);
  const opened = await termwise.write(async (tx) => {
    const door = await payReaderIn(tx, asking, acting.at);
    const reason = door.reasonFor(person);
    // A name that is nobody's here stays out of the log: it may be anything.
    const told = { ...acting, subject: { kind: "pay", id: door.memberOf(person) ?? "nobody here" } };
    const onBehalf = reader === undefined ? {} : { onBehalfOf: reader };
    if (reason === null) {
      await appendAudit(tx, tx.workspaceId, { ...told, action: "denied", details: { what, ...onBehalf } });
      return null;
    }
    const result = await read(tx, door);
    const details = { what, reason, ...onBehalf };
    await appendAudit(tx, tx.workspaceId, { ...told, action: "pay_read", details });
    return { result };
  });
  if (opened === null) throw new Failure("not_found", "There is no such person");
  return opened.result;
}

import { mayReadPay, PayGrant } from "@termwise/core/access";
import { addMonths, Failure, MemberId, PayGrantId } from "@termwise/core/kernel";
import { addPayGrant, appendAudit, loadMembers, loadPayGrants, withdrawPayGrant } from "@termwise/db";
import { z } from "zod";
import { readingPay } from "../auth/pay-door.ts";
import { dayOf } from "../clock.ts";
import { procedure, router } from "../trpc.ts";
import { memberIn, ownMembership } from "./member-rules.ts";

/** A grant ends at the latest so many months after it is given. */
const longest = 12;

/** Who may read whose pay. No pay is told here; the door to it is auth/pay-door.ts. */
export const payRouter = router({
  /**
   * Who can read a member's pay today and why: themselves, whoever leads them, whoever holds a grant, until when. For
   * those alone who can read it themselves, and told to the audit log as a reading of pay; 404 for all others.
   */
  readers: procedure
    .input(z.strictObject({ memberId: MemberId }))
    .query(({ ctx: { termwise, who, acting }, input: { memberId: subject } }) =>
      readingPay(
        { termwise, who, acting, subject, what: "readers" },
        async (_tx, { on, people, managers, grants }) => {
          const enabled = people.filter(({ member }) => !member.disabled);
          return enabled.flatMap(({ member: { id: reader }, name }) => {
            const reason = mayReadPay({ reader, subject, managers, grants, on });
            if (reason === null) return [];
            const own = grants.filter((grant) => grant.memberId === reader);
            const until = own
              .filter((grant) => mayReadPay({ reader, subject, managers: new Map(), grants: [grant], on }))
              .map((grant) => grant.until)
              .sort()
              .at(-1);
            return [{ memberId: reader, name, reason, until: reason === "grant" ? (until ?? null) : null }];
          });
        },
      ),
    ),
  /** Every grant there is or was, the newest first: whose, to whose pay (`all`: to everybody's), why, and from when to when. */
  grants: procedure.query(async ({ ctx: { termwise } }) => {
    const { timeZone } = await termwise.workspace();
    const { grants, people } = await termwise.read(async (tx) => ({
      grants: await loadPayGrants(tx),
      people: await loadMembers(tx, tx.workspaceId),
    }));
    const names = new Map(people.map(({ member, name }) => [member.id, name]));
    const named = (memberId: MemberId) => ({ memberId, name: names.get(memberId) ?? "A former member" });
    const on = dayOf(termwise.now(), timeZone);
    return grants.map(({ memberId, subject, grantedBy, ...grant }) => ({
      ...grant,
      reader: named(memberId),
      subject: subject === "all" ? subject : named(subject),
      grantedBy: grantedBy && named(grantedBy),
      active: grant.withdrawnAt === null && grant.from <= on && on <= grant.until,
    }));
  }),
  /**
   * Lets a member read the pay of another, or of all, from today to a day within a year. Refused (412) for oneself, for
   * a disabled member, and for pay that is their own. Answers with the grant's id.
   */
  grant: procedure
    .input(PayGrant.omit({ from: true }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const from = dayOf(acting.at, (await termwise.workspace()).timeZone);
      const last = addMonths(from, longest);
      if (input.until < from || input.until > last)
        throw new Failure("bad_input", `Grant it until a day between ${from} and ${last}`);
      const grantedBy = ownMembership(who)?.id ?? null;
      if (grantedBy === input.memberId)
        throw new Failure("refused", "You cannot grant it to yourself; another compensation admin can");
      if (input.subject === input.memberId)
        throw new Failure("refused", "Everybody reads their own pay without a grant");
      return termwise.write(async (tx) => {
        const people = await loadMembers(tx, tx.workspaceId);
        if (memberIn(people, input.memberId).member.disabled)
          throw new Failure("refused", "This member is disabled. Choose somebody else");
        if (input.subject !== "all") memberIn(people, input.subject);
        const id = await addPayGrant(tx, { ...input, from }, { grantedBy, now: acting.at });
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "pay_granted",
          subject: { kind: "member", id: input.memberId },
          // The reason stands in the grant: it may name people.
          details: { grantId: id, of: input.subject, from, until: input.until },
        });
        return { id };
      });
    }),
  /** Ends a grant at once. 404 when there is none, or it was withdrawn. */
  withdraw: procedure
    .input(z.strictObject({ id: PayGrantId }))
    .mutation(async ({ ctx: { termwise, acting }, input: { id } }) => {
      await termwise.write(async (tx) => {
        const withdrawn = await withdrawPayGrant(tx, id, acting.at);
        if (withdrawn === null) throw new Failure("not_found", "There is no such grant");
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "pay_grant_withdrawn",
          subject: { kind: "member", id: withdrawn.memberId },
          details: { grantId: id },
        });
      });
      return null;
    }),
});

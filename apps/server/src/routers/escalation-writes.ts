import { scopeOf } from "@termwise/core/access";
import { type EntryOf, entriesOf } from "@termwise/core/facts";
import { AccountId, Failure, MemberId } from "@termwise/core/kernel";
import { assignmentsOn } from "@termwise/core/people";
import { openEscalation } from "@termwise/core/plays";
import type { MemberPerson } from "@termwise/db";
import { z } from "zod";
import { namesOfMember } from "../auth/names-seen.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { ownerName } from "../derive/visible.ts";
import { riskBook } from "../health/risk-book.ts";
import { customerOf, journalNow, putEntry, subjectOf, writing } from "../journal/write-entry.ts";
import { tellable } from "../plays/people-told.ts";
import { idOf } from "../plays/play-id.ts";
import { tellEscalation } from "../plays/tell-escalation.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { allowedFor, writerOf } from "./journal.ts";

const reason = z.string().trim().min(1).max(1_000);

/** Who can be asked to stand behind an account: members who see every account, and so this one. */
const canSponsor = ({ member }: MemberPerson): boolean => scopeOf("book_read", member) === "all";

/** Raising an account at risk to an executive of ours, until that is closed. */
export const escalationWrites = {
  /** The members an account can be raised to, by name; `suggested`: the exec sponsor the account has. */
  sponsors: procedure
    .input(z.strictObject({ accountId: AccountId }))
    .query(async ({ ctx: { termwise }, input: { accountId } }) => {
      const { record } = await customerOf(termwise, accountId);
      const people = (await termwise.read((tx) => tellable(tx))).filter(canSponsor);
      const named = assignmentsOn(record, termwise.today()).exec_sponsor;
      const own = people.find((one) => named !== null && namesOfMember(one).includes(ownerName(named)));
      return {
        members: people.map(({ member: { id, role }, name }) => ({ memberId: id, name, role })),
        suggested: own?.member.id ?? null,
      };
    }),
  /**
   * Raises an account at risk to a member as its sponsor, with the reason; they are told. 412 where it is not at risk, 409
   * where it is raised already, 400 for somebody who does not see it.
   */
  escalate: procedure
    .input(z.strictObject({ accountId: AccountId, sponsor: MemberId, reason }))
    .mutation(async ({ ctx, input: { accountId, sponsor, reason } }) => {
      const allowed = await allowedFor(ctx, ctx.who, "escalation");
      const { termwise, subject, today, name } = await raisedAt(allowed, accountId);
      const { risky } = await riskBook(termwise, undefined, subject.record.accountId);
      if (risky.length === 0)
        throw new Failure("refused", "This account is not at risk by its last measurements");
      const writer = writerOf(ctx.who, ctx.acting);
      await writing(termwise, async (tx) => {
        if (!(await tellable(tx)).some((one) => one.member.id === sponsor && canSponsor(one)))
          throw new Failure("bad_input", "Choose a member who sees every account");
        const before = await journalNow(tx, subject);
        if (openEscalation({ journal: before }, today))
          throw new Failure("conflict", "Somebody has raised this account already");
        const entry: EntryOf<"escalation"> = {
          ...{ of: "escalation", sponsor, raisedBy: writer.by },
          ...{ reason, closed: null },
        };
        const nth = entriesOf(before, "escalation").length;
        const entryId = idOf("escalation", String(nth), "of", subject.record.accountId, writer.acting.at);
        await putEntry(tx, subject, { entry, entryId, anew: true }, writer);
        const news = { kind: "escalated", subject: entryId, accountId, name, detail: reason } as const;
        if (sponsor !== writer.by)
          await tellEscalation(tx, sponsor, news, { at: writer.acting.at, on: today });
      });
      return null;
    }),
  /**
   * Closes the escalation of an account with what came of it: its sponsor, or whoever may write on record. Who raised it and
   * its sponsor are told. 412 where none is open.
   */
  closeEscalation: procedure
    .input(z.strictObject({ accountId: AccountId, reason }))
    .mutation(async ({ ctx, input: { accountId, reason } }) => {
      const { record } = await customerOf(ctx.termwise, accountId);
      const found = openEscalation(record, ctx.termwise.today());
      if (!found) throw nothingOpen();
      const isSponsor = found.entry.sponsor === writerOf(ctx.who, ctx.acting).by;
      if (!isSponsor) await allowedFor(ctx, ctx.who, "escalation");
      const { termwise, subject, today, name } = await raisedAt(ctx.termwise, accountId);
      const writer = writerOf(ctx.who, ctx.acting);
      await writing(termwise, async (tx) => {
        const open = openEscalation({ journal: await journalNow(tx, subject) }, today);
        if (!open) throw nothingOpen();
        const { entry: raised, entryId, at } = open;
        const entry = { ...raised, closed: { on: today, reason } };
        await putEntry(tx, subject, { entry, entryId, at, anew: true }, writer);
        const closing = { subject: entryId, accountId, name, detail: reason };
        const concerned = [raised.raisedBy, raised.sponsor].filter((one) => one !== writer.by);
        for (const { member } of await tellable(tx))
          if (concerned.includes(member.id))
            await tellEscalation(
              tx,
              member.id,
              { kind: "escalation_closed", ...closing },
              { at: writer.acting.at, on: today },
            );
      });
      return null;
    }),
};

const nothingOpen = () => new Failure("refused", "No escalation of this account is open");

/** The account an escalation is written of, as whoever asks sees it. */
async function raisedAt(termwise: Termwise, accountId: AccountId) {
  const today = termwise.today();
  const subject = await subjectOf(termwise, accountId);
  const name = accountsOnDay(await termwise.books(), today).get(subject.record.accountId)?.name ?? accountId;
  return { termwise, subject, today, name };
}

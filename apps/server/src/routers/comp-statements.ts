import { Failure } from "@termwise/core/kernel";
import { appendAudit, loadMembers, type StatementStep } from "@termwise/db";
import { z } from "zod";
import { healthBeside } from "../compensation/account-beside.ts";
import { draftStatements } from "../compensation/drafts.ts";
import { ownPerson, refuseOwn } from "../compensation/own-person.ts";
import { type PayContext, readingPay, writingPay } from "../compensation/pay-context.ts";
import { Person, Reason } from "../compensation/pay-records.ts";
import { loadPay } from "../compensation/pay-state.ts";
import type { PayWriting } from "../compensation/pay-writing.ts";
import { allContents, contentsBeside, noContents } from "../compensation/statement-content.ts";
import { statementCsv } from "../compensation/statement-csv.ts";
import { statementRow, statementView } from "../compensation/statement-view.ts";
import {
  acknowledge,
  answerDispute,
  disputeLine,
  openDispute,
  resolveDispute,
  statementIn,
  stepStatement,
} from "../compensation/statement-writes.ts";
import { readingPayFor, tellOfPay } from "../compensation/told-pay.ts";
import { tellPaid } from "../plays/tell-member.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";

const StatementNumber = z.int().min(1).max(100_000_000);
const Says = z.string().trim().min(3).max(2_000);
const Period = z.string().trim().min(4).max(20);
const DisputeId = z.string().min(1).max(80);

const step = (taken: StatementStep) =>
  procedure
    .input(z.strictObject({ number: StatementNumber }))
    .mutation(async ({ ctx, input: { number } }) => {
      const subject = { kind: "statement", id: String(number) };
      const told = { action: "statement_moved", subject, details: { step: taken } } as const;
      const work = async (writing: PayWriting) => {
        const { person, period } = statementIn(writing.state, number);
        refuseOwn(ctx.who, person);
        const stepped = await stepStatement(writing, { number, step: taken });
        if (taken === "published")
          await tellPaid(
            writing.tx,
            { person, by: writing.by },
            {
              kind: "statement_published",
              subject: `statement/${number}`,
              title: `Your statement for ${period} is published`,
              detail: null,
              path: `/comp/statements/${number}`,
              at: writing.at,
            },
          );
        return stepped;
      };
      await writingPay(ctx, told, work, contentsBeside(number));
      return null;
    });

/** Tells whose pay it is that somebody else had a word in their dispute: never an amount. */
async function tellOfDispute(
  writing: PayWriting,
  person: string,
  id: string,
  what: "was answered" | "is resolved",
): Promise<void> {
  const number = openDispute(writing.state, id)?.number;
  await tellPaid(
    writing.tx,
    { person, by: writing.by },
    {
      kind: "dispute_answered",
      subject: `${id}/${what}`,
      title: `Your dispute${number === undefined ? "" : ` of statement ${number}`} ${what}`,
      detail: null,
      path: number === undefined ? "/comp" : `/comp/statements/${number}`,
      at: writing.at,
    },
  );
}

/** Statements: whose they are, what stands on them, and what is said about them. */
export const statementProcedures = {
  /** The statements of one person, the latest first: one's own where nobody is named. 404 for whoever may not read them. */
  statements: procedure.input(z.strictObject({ person: Person.optional() })).query(async ({ ctx, input }) => {
    const person = input.person ?? (await ownPerson(ctx));
    if (person === null) return { person: null, statements: [] };
    return readingPay(ctx, { person, what: "statements" }, ({ sources: { state } }) => ({
      person,
      statements: state.statements
        .filter((one) => one.person === person)
        .map((one) => statementRow(state, one))
        .sort((a, b) => (a.period.from < b.period.from ? 1 : -1)),
    }));
  }),
  /**
   * One statement whole: every line with its trace step by step and its disputes, what it adds up to, what may still be taken
   * back and until when, what differs from the draft before it, the year so far, and the accounts behind it.
   */
  statement: procedure
    .input(z.strictObject({ number: StatementNumber }))
    .query(async ({ ctx, input: { number } }) => {
      const person = await personOf(ctx, number);
      const asked = { person, what: "statement" };
      const view = await readingPay(ctx, asked, async ({ sources, nameOf, door, writing: { tx } }) => {
        const seen = statementView(sources, statementIn(sources.state, number), nameOf);
        const health = await healthBeside(tx, sources);
        const accounts = seen.accounts.map((one) => ({ ...one, health: health.get(one.accountId) ?? null }));
        return { ...seen, accounts, isOwn: door.isOwn(person) };
      });
      return wire(view);
    }),
  /** A statement as CSV: its lines, then its total. That it was taken is told to the audit log. */
  file: procedure
    .input(z.strictObject({ number: StatementNumber }))
    .query(async ({ ctx, input: { number } }) => {
      const person = await personOf(ctx, number);
      return readingPay(ctx, { person, what: "file" }, async ({ sources, writing: { tx }, door }) => {
        await appendAudit(tx, tx.workspaceId, {
          ...ctx.acting,
          action: "pay_exported",
          subject: { kind: "pay", id: door.memberOf(person) ?? "nobody here" },
          details: { what: "statement", number },
        });
        return statementCsv(sources, statementIn(sources.state, number));
      });
    }),
  /**
   * Makes the drafts of a period, of everybody with an active plan or of those named, or makes them again: what changed is a
   * further revision. Tells what became of each, and no amount.
   */
  draft: procedure
    .input(z.strictObject({ period: Period, persons: z.array(Person).min(1).max(500).optional() }))
    .mutation(({ ctx, input }) =>
      writingPay(
        ctx,
        (drafted: readonly unknown[]) => ({
          action: "statements_drafted",
          subject: { kind: "period", id: input.period },
          details: { statements: drafted.length },
        }),
        ({ tx, by, at }, sources) => draftStatements(tx, sources, input, { by, at }),
        allContents,
      ),
    ),
  /** Says that a draft was looked through. 403 for one's own, as for the next two. */
  reviewStatement: step("reviewed"),
  /** Publishes a reviewed draft: it is closed, and never changes. 409 while an earlier one is open. */
  publishStatement: step("published"),
  /** Says that a published statement was paid: it is locked. */
  payStatement: step("paid"),
  /** Disputes a line of one's own published statement. */
  dispute: procedure
    .input(z.strictObject({ number: StatementNumber, lineId: z.string().min(1).max(400), says: Says }))
    .mutation(async ({ ctx, input }) => {
      const person = await personOf(ctx, input.number);
      const id = await readingPay(
        ctx,
        { person, what: "dispute", writes: true },
        async ({ door, writing }) => {
          if (!door.isOwn(person)) throw new Failure("forbidden", "Whose statement it is disputes it");
          const made = await disputeLine(writing, input);
          await tellOfPay(ctx, writing.tx, "statement_disputed", String(input.number));
          return made;
        },
      );
      return { id };
    }),
  /** Answers in the thread of a dispute: whose statement it is, and whoever may read it. */
  answerDispute: procedure
    .input(z.strictObject({ id: DisputeId, says: Says }))
    .mutation(async ({ ctx, input }) => {
      const person = await disputing(ctx, input.id);
      await readingPay(ctx, { person, what: "dispute", writes: true }, async ({ writing }) => {
        await answerDispute(writing, input);
        await tellOfDispute(writing, person, input.id, "was answered");
        await tellOfPay(ctx, writing.tx, "statement_disputed", input.id);
      });
      return null;
    }),
  /**
   * Resolves a dispute: what is decided becomes a line of the next open statement, with the reason and the approver, who is
   * the one who resolves it. 403 about one's own pay; 404 for whoever may not read it.
   */
  resolveDispute: procedure
    .input(z.strictObject({ id: DisputeId, amount: z.string().regex(/^-?\d{1,18}$/), reason: Reason }))
    .mutation(async ({ ctx, input }) => {
      const person = await disputing(ctx, input.id);
      await readingPay(ctx, { person, what: "dispute", writes: true }, async ({ door, writing }) => {
        if (door.isOwn(person))
          throw new Failure("forbidden", "Somebody else resolves a dispute about your pay");
        const people = await loadMembers(writing.tx, writing.tx.workspaceId);
        const own = ownMembership(ctx.who);
        const approver = people.find(({ member }) => member.id === own?.id)?.name ?? "Command line";
        await resolveDispute(writing, { ...input, approver });
        await tellOfDispute(writing, person, input.id, "is resolved");
        await tellOfPay(ctx, writing.tx, "dispute_resolved", input.id);
      });
      return null;
    }),
  /** The letters about the plans of a person, the latest first, and whether each was acknowledged; one's own where nobody is named. */
  letters: procedure.input(z.strictObject({ person: Person.optional() })).query(async ({ ctx, input }) => {
    const person = input.person ?? (await ownPerson(ctx));
    if (person === null) return [];
    return readingPay(ctx, { person, what: "letters" }, ({ sources: { state } }) =>
      state
        .of("letter")
        .filter((one) => one.person === person)
        .map(({ id, at, assignmentId, text }) => {
          const read = state.of("acknowledgement").find((one) => one.of === "letter" && one.about === id);
          return { id, at, assignmentId, text, acknowledgedAt: read?.at ?? null };
        })
        .reverse(),
    );
  }),
  /** Says that one read a letter or a statement of one's own. */
  acknowledge: procedure
    .input(z.strictObject({ of: z.enum(["letter", "statement"]), id: z.string().min(1).max(80) }))
    .mutation(async ({ ctx, input }) => {
      const state = await ctx.termwise.read((tx) => loadPay(tx, noContents));
      const letter = state.of("letter").find(({ id }) => id === input.id)?.person;
      const statement = state.statements.find(({ number }) => String(number) === input.id)?.person;
      const person = input.of === "letter" ? letter : statement;
      if (!person) throw new Failure("not_found", "There is no such person");
      await readingPay(ctx, { person, what: "acknowledgement", writes: true }, async ({ door, writing }) => {
        if (!door.isOwn(person)) throw new Failure("forbidden", "Whose it is acknowledges it");
        await acknowledge(writing, { ...input, person });
        await tellOfPay(ctx, writing.tx, "pay_acknowledged", input.id);
      });
      return null;
    }),
  /** A statement for the command line, read on behalf of a member who may read it. 404 where they may not. */
  statementFor: procedure
    .input(z.strictObject({ person: Person, period: Period, as: Person.optional() }))
    .query(async ({ ctx, input: { person, period, as } }) => {
      const view = await readingPayFor(
        ctx,
        { person, as: as ?? person, what: "statement" },
        ({ sources, nameOf }) => {
          const held = sources.state.statements.find((one) => one.person === person && one.period === period);
          if (!held)
            throw new Failure("not_found", `There is no statement for ${period}. Make the drafts first`);
          return statementView(sources, held, nameOf);
        },
      );
      return wire(view);
    }),
};

/** Whose a statement is. What there is none of is told of like what one may not read. */
async function personOf({ termwise }: PayContext, number: number): Promise<string> {
  const state = await termwise.read((tx) => loadPay(tx, noContents));
  const found = state.statements.find((one) => one.number === number);
  if (!found) throw new Failure("not_found", "There is no such person");
  return found.person;
}

async function disputing({ termwise }: PayContext, id: string): Promise<string> {
  const state = await termwise.read((tx) => loadPay(tx, noContents));
  const { person } = openDispute(state, id);
  if (person === null) throw new Failure("not_found", "There is no such dispute");
  return person;
}

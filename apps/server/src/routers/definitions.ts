import type { JournalFact, Team } from "@termwise/core/facts";
import {
  definitionOn,
  definitionVersions,
  type Proposal,
  teams,
  termSetOf,
  termsTouched,
} from "@termwise/core/governance";
import { EntryId, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import type { MemberPrincipal, Principal } from "../auth/principal.ts";
import { proposalsIn } from "../definitions/agreed.ts";
import { impactOf } from "../definitions/impact.ts";
import { Change, proposeChange, signingTeams, termOf } from "../definitions/propose.ts";
import { proposalIn, sign, teamsOf, Word } from "../definitions/sign.ts";
import { changeLog, parameterViews, proposalView, versionView } from "../definitions/views.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { houseNow, putWithdrawal, writing } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { reviewProcedures } from "./definition-reviews.ts";
import { writerOf } from "./journal.ts";

const states = ["open", "approved", "rejected", "overtaken"] as const;

/** How the teams of a workspace agree on what words mean: proposals, signatures, versions, reviews. */
export const definitionsRouter = router({
  /**
   * A term's definition in this workspace: every version with its text, parameters, author, reason and signatures, the one
   * in force today, proposals that were not agreed on with the teams one may sign for, and its parameters as they hold today
   * with what they may be. 404 for a word the glossary does not hold.
   */
  ofTerm: procedure
    .input(z.strictObject({ termId: z.string().max(100) }))
    .query(async ({ ctx: { termwise, who }, input }) => {
      const term = termOf(input.termId);
      const books = await termwise.books();
      const { now } = books.known;
      const [proposals, nameOf] = [proposalsIn(now), await termwise.read(authorsOf)];
      const today = termwise.today();
      return wire({
        termId: term.id,
        set: termSetOf(term),
        today,
        teams: signingTeams(now.journal, [term]).map((team) => ({ team, name: teams[team] })),
        inForce: definitionOn(term, proposals, today).version,
        versions: definitionVersions(term, proposals).map((version) => versionView(version, term, nameOf)),
        proposals: proposals
          .filter(({ entry, state }) => entry.term === term.id && state !== "approved")
          .map((proposal) => ({
            ...proposalView(proposal, nameOf),
            /** The teams that have not signed for which whoever asks may. */
            signsFor: signsFor(now.journal, proposal, who),
          }))
          .reverse(),
        parameters: parameterViews(term, {
          known: now,
          rules: customerRecords(books).rules,
          on: today,
          nameOf,
        }),
      });
    }),
  /** Proposals of the workspace, the newest first; `states` (default: open). */
  proposals: procedure
    .input(z.strictObject({ states: z.array(z.enum(states)).default(["open"]) }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const nameOf = await termwise.read(authorsOf);
      const wanted = input?.states ?? ["open"];
      return wire(
        proposalsIn((await termwise.books()).known.now)
          .filter(({ state }) => wanted.includes(state))
          .map((proposal) => proposalView(proposal, nameOf))
          .reverse(),
      );
    }),
  /**
   * Puts a change of a definition forward: only what changes is given. It waits for the signature of each team of the term
   * set. Refused (412) where it changes nothing, sets a parameter out of its range or begins before today; 409 where
   * another version was agreed on since `base`.
   */
  propose: procedure.input(Change).mutation(async ({ ctx: { termwise, who, acting }, input }) => {
    const { timeZone } = await termwise.workspace();
    const writer = writerOf(who, acting);
    const entryId = await writing(termwise, (tx) => proposeChange(tx, { timeZone }, input, writer));
    return { entryId };
  }),
  /**
   * A team's word on a proposal, under the typed name of who gives it: `approve`, `ask` (with a question) or `reject` for
   * good. With the last team's approval the version is agreed on and holds from its day. Refused (412) for a team one does
   * not sign for; 409 for a proposal that is no longer open. Only people sign.
   */
  sign: procedure.input(Word).mutation(async ({ ctx: { termwise, who, acting }, input }) => {
    const person = personOf(who);
    const { timeZone } = await termwise.workspace();
    const writer = writerOf(who, acting);
    const { state, approved, missing } = await writing(termwise, (tx) =>
      sign(tx, { timeZone }, input, { who: person, writer }),
    );
    return { state, missing, inForceFrom: approved?.from ?? null };
  }),
  /** Takes back a proposal of one's own that is still open, with the reason. */
  withdraw: procedure
    .input(z.strictObject({ proposal: EntryId, reason: z.string().trim().min(1).max(1_000) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const writer = writerOf(who, acting);
      await writing(termwise, async (tx) => {
        const journal = await houseNow(tx);
        const { state, by } = proposalIn(journal, input.proposal);
        if (state !== "open") throw new Failure("conflict", "This proposal is no longer open");
        if (by !== writer.by) throw new Failure("refused", "Only who put a proposal forward takes it back");
        const fact = journal.find(({ entryId }) => entryId === input.proposal);
        if (fact) await putWithdrawal(tx, { fact, reason: input.reason }, writer);
      });
      return null;
    }),
  /**
   * What a change of parameters would move if it held today: figures of the last twelve closed months before and after,
   * the accounts that count otherwise, customers that would stand elsewhere, handoffs, the terms that get a version and the
   * teams that sign it. `against`: other values than today's to compare with. Refused (412) for a value out of its range.
   */
  impact: procedure
    .input(
      z.strictObject({
        termId: z.string().max(100),
        parameters: Change.shape.parameters,
        against: Change.shape.parameters,
      }),
    )
    .query(async ({ ctx: { termwise }, input: { termId, ...sides } }) =>
      wire(await impactOf(termwise, { term: termOf(termId).id, ...sides })),
    ),
  /** Every version of every definition, the latest first, with who wrote it and why: the product's and the workspace's own. */
  log: procedure.query(async ({ ctx: { termwise } }) => {
    const nameOf = await termwise.read(authorsOf);
    return changeLog((await termwise.books()).known.now, nameOf);
  }),
  ...reviewProcedures,
});

function signsFor(journal: readonly JournalFact[], { entry, missing }: Proposal, who: Principal): Team[] {
  if (who.kind !== "member") return [];
  const { id, role } = who.membership.member;
  const own = teamsOf(journal, termsTouched(entry), { member: id, role });
  return missing.filter((team) => own.includes(team));
}

function personOf(who: Principal): MemberPrincipal {
  if (who.kind === "member") return who;
  throw new Failure("refused", "Definitions are signed by people who are signed in");
}

import {
  definingTeams,
  type EntryOf,
  type JournalFact,
  sessionSteps,
  type Team,
  termOutcomes,
  textDecisions,
  writtenAnswers,
} from "@termwise/core/facts";
import {
  answerFault,
  beforeNextQuarter,
  outcomeFault,
  type Session,
  setIn,
  stepFault,
  type TermSetName,
  teams,
  termSetNames,
  termSetOf,
  usualMargins,
  workingMinutes,
} from "@termwise/core/governance";
import { Day, EntryId, Failure, Instant, MemberId } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { z } from "zod";
import { houseNow, putHouseEntry, putWithdrawal, type Writer, writing } from "../journal/write-entry.ts";
import { listFindings, settleAgreed } from "../sessions/agenda.ts";
import { assertCallable, usualOwner } from "../sessions/call.ts";
import { drivingOn } from "../sessions/driving.ts";
import { leads, sessionIn, teamIn, workingOn } from "../sessions/on-record.ts";
import { procedure } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const term = text(100);

const Planned = z.strictObject({
  kind: z.enum(["discovery", "working"]).default("discovery"),
  set: z.enum(termSetNames).optional(),
  title: text(200).regex(/^[^\p{Cc}\u2028\u2029]*$/u, "is to be one line"),
  terms: z.array(term).min(1).max(300),
  participants: z
    .array(z.strictObject({ team: z.enum(definingTeams), members: z.array(MemberId).max(50) }))
    .max(definingTeams.length)
    .default([]),
  /** Left out: who owns the set, else whoever plans it. */
  owner: MemberId.nullable().optional(),
  minutes: z.int().min(10).max(240).optional(),
  startsAt: Instant.nullable().default(null),
  /** The discovery session a working session follows. */
  after: EntryId.nullable().default(null),
});

/**
 * What people do in sessions: each is an entry on record of the session. Refused (412) with the rule, 404 for no session.
 * What takes a session further is for who takes part in it; others are told (412) who that is.
 */
export const sessionWrites = {
  /** Plans a session: a discovery session of terms in their order, or a working session of one term. Answers with its id. */
  plan: procedure.input(Planned).mutation(async ({ ctx: { termwise, who, acting }, input }) => {
    const { timeZone } = await termwise.workspace();
    const writer = writerOf(who, acting);
    return writing(termwise, async (tx) => {
      const journal = await houseNow(tx);
      const planned = sessionEntry(input, journal);
      await assertCallable(tx, { ...planned, owner: input.owner ?? null });
      const usual = async () => (await usualOwner(tx, journal, planned.set)) ?? writer.by;
      const owner = input.owner === undefined ? MemberId.nullable().parse(await usual()) : input.owner;
      const entry = { ...planned, owner };
      if (entry.after !== null) sessionIn(journal, entry.after);
      return { id: await putHouseEntry(tx, { timeZone }, { entry }, writer) };
    });
  }),
  /** Sets the time at which a session that has not begun is to begin; null: whenever somebody starts it. */
  schedule: procedure
    .input(z.strictObject({ id: EntryId, startsAt: Instant.nullable() }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, startsAt } }) =>
      drivingOn(termwise, id, writerOf(who, acting), async ({ session, put }) => {
        if (session.phase !== "planned")
          throw new Failure("refused", "This session has begun. Plan another one for another time");
        return { id: await put({ entry: { ...session.entry, startsAt }, entryId: session.id }) };
      }),
    ),
  /** Calls a session off that has not begun, with the reason. */
  callOff: procedure
    .input(z.strictObject({ id: EntryId, reason: text(1_000) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, reason } }) => {
      const writer = writerOf(who, acting);
      await drivingOn(termwise, id, writer, async ({ tx, session, journal }) => {
        if (session.phase !== "planned")
          throw new Failure("refused", "This session has begun. Close it instead");
        const fact = journal.find(({ entryId }) => entryId === id);
        if (fact) await putWithdrawal(tx, { fact, reason }, writer);
      });
      return null;
    }),
  /**
   * A team's answer to whether a term has a written and agreed definition; with `used` whether the team uses it, between CS
   * and Product. People answer for their own team; whoever leads the session for a team that has not. Not once revealed.
   */
  answer: procedure
    .input(
      z.strictObject({
        id: EntryId,
        term,
        team: z.enum(definingTeams),
        written: z.enum(writtenAnswers),
        text: text(2_000).nullable().default(null),
        used: z.boolean().nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, ...said } }) => {
      const writer = writerOf(who, acting);
      return workingOn(termwise, id, writer, async ({ session, put }) => {
        refuse(answerFault(session, said));
        const before = answerOf(session, said);
        assertAnswersFor(session, said.team, before, writer);
        const entry: EntryOf<"session_answer"> = { of: "session_answer", session: session.id, ...said };
        return { entryId: await put({ entry, entryId: before?.entryId }) };
      });
    }),
  /**
   * Takes the session a step on: `started`, `paused`, `resumed`, `moved` to a term, `revealed` the answers to one, `debated`
   * its wording, `closing`, `closed`. With `at`, the term it was at when one looked, 409 when somebody has moved it on. What
   * it is at is revealed once every team has answered, or with `without` although one has not.
   */
  step: procedure
    .input(
      z.strictObject({
        id: EntryId,
        step: z.enum(sessionSteps),
        term: term.nullable().default(null),
        at: term.nullable().optional(),
        without: z.boolean().default(false),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, step, at, without, ...to } }) => {
      const writer = writerOf(who, acting);
      return drivingOn(termwise, id, writer, async (work) => {
        const { session, put } = work;
        if (at !== undefined && session.term !== at && session.phase !== "closed")
          throw new Failure("conflict", "Somebody has moved the session on. Look where it is now");
        refuse(stepFault(session, { step, term: to.term, without }));
        const entry: EntryOf<"session_step"> = {
          of: "session_step",
          session: session.id,
          step,
          term:
            step === "started" && session.entry.opening === 0 ? (session.entry.terms[0] ?? null) : to.term,
        };
        const entryId = await put({ entry });
        if (step === "closed" && session.entry.kind === "working") await settleAgreed(work);
        return { entryId };
      });
    }),
  /** What the session found out about a term: `agreed`, `none_written`, `divergent`, or `parked` without a finding. */
  outcome: procedure
    .input(z.strictObject({ id: EntryId, term, outcome: z.enum(termOutcomes) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, ...found } }) => {
      const writer = writerOf(who, acting);
      return drivingOn(termwise, id, writer, async ({ session, put }) => {
        refuse(outcomeFault(session, found));
        const before = session.terms.find((one) => one.term === found.term)?.outcome;
        const entry: EntryOf<"session_outcome"> = { of: "session_outcome", session: session.id, ...found };
        return { entryId: await put({ entry, entryId: before?.entryId }) };
      });
    }),
  /** Notes something for later, about a term or the session as a whole. */
  note: procedure
    .input(z.strictObject({ id: EntryId, term: term.nullable().default(null), text: text(1_000) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, ...note } }) => {
      const writer = writerOf(who, acting);
      return drivingOn(termwise, id, writer, async ({ session, put }) => {
        if (note.term !== null) assertTermOf(session, note.term);
        const entry: EntryOf<"session_note"> = { of: "session_note", session: session.id, ...note };
        return { entryId: await put({ entry }) };
      });
    }),
  /**
   * Puts terms found divergent or unwritten on the alignment agenda, each with owner and day, and with `working` calls a
   * session of 30 minutes to write its text. A term that is on the agenda already is changed there. Days are from today to
   * the last before the next quarter.
   */
  agenda: procedure
    .input(
      z.strictObject({
        id: EntryId,
        items: z
          .array(
            z.strictObject({
              term,
              owner: text(200).nullable().default(null),
              dueOn: Day.nullable().default(null),
              working: z.boolean().default(false),
              startsAt: Instant.nullable().default(null),
            }),
          )
          .max(300),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, items } }) => {
      const { fiscalYearStart } = await termwise.workspace();
      const today = termwise.today();
      const due = { from: today, to: beforeNextQuarter(today, { fiscalYearStart }) };
      const writer = writerOf(who, acting);
      return drivingOn(termwise, id, writer, async (work) => ({
        items: await listFindings(work, items, due),
      }));
    }),
  /**
   * What a working session decided: `adopt`, `adopt_changed`, `split` into two terms or `park`, with the `proposal` that
   * came of it, made by `definitions.propose`; both teams then sign it by `definitions.sign`.
   */
  decide: procedure
    .input(
      z.strictObject({
        id: EntryId,
        decision: z.enum(textDecisions),
        proposal: EntryId.nullable().default(null),
        note: text(1_000).nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, ...decided } }) => {
      const writer = writerOf(who, acting);
      return drivingOn(termwise, id, writer, async ({ session, journal, put }) => {
        refuse(decisionFault(session, decided, journal));
        const entry: EntryOf<"session_decision"> = {
          of: "session_decision",
          session: session.id,
          ...decided,
        };
        return { entryId: await put({ entry, entryId: session.decision?.entryId }) };
      });
    }),
};

function refuse(fault: string | null): void {
  if (fault !== null) throw new Failure("refused", fault);
}

function assertTermOf(session: Session, named: string): void {
  if (!session.terms.some((one) => one.term === named))
    refuse(`"${named}" is not a term of this session. Choose one of its terms`);
}

function sessionEntry(
  { kind, minutes, set: named, after, owner: _, ...input }: z.infer<typeof Planned>,
  journal: readonly JournalFact[],
): Omit<EntryOf<"glossary_session">, "owner" | "set"> & { readonly set: TermSetName } {
  const working = kind === "working";
  const [only] = input.terms;
  if (working && input.terms.length !== 1)
    throw new Failure("bad_input", "A working session writes the text of one term. Call one for each");
  const own = only !== undefined && isTermId(only) ? termSetOf(termById(only)) : undefined;
  if (working && named !== undefined && own !== undefined && named !== own)
    throw new Failure("bad_input", "The term is of the other set of terms. Call the session for that set");
  const set = named ?? own ?? "sales_cs";
  const margins = working ? { opening: 0, closing: 0 } : usualMargins;
  return {
    of: "glossary_session",
    kind,
    set,
    ...input,
    minutes: minutes ?? (working ? workingMinutes : setIn(journal, set).minutes),
    ...margins,
    after: working ? after : null,
  };
}

type AnswerBefore = Session["terms"][number]["answers"][number] | undefined;

const answerOf = (session: Session, said: { term: string; team: Team }): AnswerBefore =>
  session.terms.find((one) => one.term === said.term)?.answers.find(({ entry }) => entry.team === said.team);

/** People answer for their own team; whoever leads may for another, as long as nobody of it has. */
function assertAnswersFor(session: Session, team: Team, before: AnswerBefore, writer: Writer): void {
  if (teamIn(session, writer) === team) return;
  if (!leads(session, writer))
    refuse(`You do not answer for ${teams[team]}. Ask somebody of that team, or who leads the session`);
  if (before && before.by !== writer.by)
    refuse(`${teams[team]} has answered already. Only somebody of that team changes it`);
}

function decisionFault(
  { entry, phase }: Session,
  { decision, proposal }: Pick<EntryOf<"session_decision">, "decision" | "proposal">,
  journal: readonly JournalFact[],
): string | null {
  if (entry.kind !== "working")
    return "A discovery session decides nothing: it finds out. Call a working session";
  if (phase === "planned") return "This session has not begun. Start it first";
  if (proposal === null) return null;
  if (decision === "park") return "What is parked has no proposal. Leave it out";
  const made = journal.find(({ entryId }) => entryId === proposal)?.entry;
  return made?.of === "term_proposal" && made.term === entry.terms[0]
    ? null
    : "There is no such proposal of this term. Propose it first";
}

import { z } from "zod";
import { EntryId, Instant, MemberId } from "../../kernel/index.ts";
import {
  definingTeams,
  glossarySessionKinds,
  sessionSteps,
  termOutcomes,
  textDecisions,
  writtenAnswers,
} from "./names.ts";
import { written } from "./words.ts";

const Team = z.enum(definingTeams);
const TermName = written(100);

/** Entries of the sessions in which teams find out what is not agreed, and agree on it. Procedures of their own write them. */
export const sessionEntries = [
  /** A session about terms, in the order they are taken. Its id is the session's. */
  z.strictObject({
    of: z.literal("glossary_session"),
    set: written(50),
    kind: z.enum(glossarySessionKinds),
    title: written(200),
    terms: z.array(TermName).min(1).max(300),
    /** Who is to take part for which team. */
    participants: z
      .array(z.strictObject({ team: Team, members: z.array(MemberId).max(50) }))
      .max(definingTeams.length),
    /** When it is to begin; null: whenever somebody starts it. */
    startsAt: Instant.nullable(),
    minutes: z.int().min(10).max(240),
    /** Minutes of those before the first term and after the last. */
    opening: z.int().min(0).max(30),
    closing: z.int().min(0).max(30),
    owner: MemberId.nullable(),
    /** The session that found the term divergent, for one that writes its text. */
    after: EntryId.nullable(),
  }),
  /** One team's answer to whether a term has a written and agreed definition. A later version of the entry replaces it. */
  z.strictObject({
    of: z.literal("session_answer"),
    session: EntryId,
    term: TermName,
    team: Team,
    written: z.enum(writtenAnswers),
    /** The text as the team has it, or how it would say it. */
    text: written(2_000).nullable(),
    /** Whether the team uses the term; null where that is not asked. */
    used: z.boolean().nullable(),
  }),
  /** Something happened in a session at the moment of the entry; `term` where it is about one. */
  z.strictObject({
    of: z.literal("session_step"),
    session: EntryId,
    step: z.enum(sessionSteps),
    term: TermName.nullable(),
  }),
  /** What the session found out about a term. The latest counts. */
  z.strictObject({
    of: z.literal("session_outcome"),
    session: EntryId,
    term: TermName,
    outcome: z.enum(termOutcomes),
  }),
  /** Something to come back to later. */
  z.strictObject({
    of: z.literal("session_note"),
    session: EntryId,
    term: TermName.nullable(),
    text: written(1_000),
  }),
  /** What a working session decided. `proposal` is the change of the definition that came of it. The latest counts. */
  z.strictObject({
    of: z.literal("session_decision"),
    session: EntryId,
    decision: z.enum(textDecisions),
    proposal: EntryId.nullable(),
    note: written(1_000).nullable(),
  }),
] as const;

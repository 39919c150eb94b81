import { z } from "zod";
import { TermText } from "../../glossary/index.ts";
import { Day, EntryId, MemberId } from "../../kernel/index.ts";
import { definingTeams, redefinitionTriggers, signatureDecisions } from "./names.ts";
import { written } from "./words.ts";

const Team = z.enum(definingTeams);
const TermName = written(100);
const SetName = written(50);

/** Entries by which the teams of a workspace agree on what words mean. Procedures of their own write them. */
export const definitionEntries = [
  /**
   * A change of a term's definition, put forward. `base` is the version it changes, `text` all that the new version says,
   * `parameters` what it sets beside that. It holds from `takesEffectOn`, or from the day the last of `teams` signs it if
   * that is later; until then, and if one of them rejects it, the version before stays in force.
   */
  z.strictObject({
    of: z.literal("term_proposal"),
    term: TermName,
    base: z.int().min(1),
    text: TermText,
    parameters: z.record(written(100), z.union([z.int(), written(100)])),
    takesEffectOn: Day,
    reason: written(1_000),
    teams: z.array(Team).min(1).max(definingTeams.length),
  }),
  /** One team's word on a proposal, by one person under their typed name. The latest of a team counts. */
  z.strictObject({
    of: z.literal("term_signature"),
    proposal: EntryId,
    team: Team,
    decision: z.enum(signatureDecisions),
    typedName: written(200),
    comment: written(1_000).nullable(),
  }),
  /** Who looks after a set of terms and who signs for each team; nobody named: whose role speaks for the team. */
  z.strictObject({
    of: z.literal("term_set"),
    set: SetName,
    owner: MemberId.nullable(),
    approvers: z.array(z.strictObject({ team: Team, member: MemberId })).max(20),
    /** Whether Finance signs changes of what money is counted by. */
    financeSigns: z.boolean(),
    minutes: z.int().min(10).max(240),
    reviewMonths: z.int().min(1).max(12),
  }),
  /** A review of a set of terms was held: those named were looked at, or all of them where none is. */
  z.strictObject({
    of: z.literal("term_review"),
    set: SetName,
    terms: z.array(TermName).max(500),
    note: written(1_000).nullable(),
  }),
  /** Something happened that calls definitions into question, so that a review is due soon. */
  z.strictObject({
    of: z.literal("term_trigger"),
    set: SetName,
    trigger: z.enum(Object.keys(redefinitionTriggers) as [keyof typeof redefinitionTriggers]),
    note: written(1_000),
  }),
] as const;

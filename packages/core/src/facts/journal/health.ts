import { z } from "zod";
import { ContactId, Day, EntryId, Instant, MemberId } from "../../kernel/index.ts";
import {
  csmSentiments,
  type FlagConditionKind,
  flagConditions,
  flagSeverities,
  flagStates,
  surveyKinds,
  ticketSeverities,
} from "./health-names.ts";
import { FlagThresholds, HealthModelRules, healthNumber } from "./health-rules.ts";
import { Person, written } from "./words.ts";

/** The greatest number each survey can be answered with, whatever scale a workspace asks on; NPS has one scale everywhere. */
const tops = { nps: 10, csat: 100, ces: 100, pulse: 100 } as const;

/** What tells how well things stand with an account, and what is judged of it. */
export const healthEntries = [
  /** A support ticket; the entry's moment is when it was opened, and a later version solves it, or opens it again. */
  z.strictObject({
    of: z.literal("support_ticket"),
    /** What the help desk calls it. */
    ticket: written(200),
    subject: written(300).nullable(),
    severity: z.enum(ticketSeverities),
    /** The area of the product it is about. */
    area: written(200).nullable(),
    /** The last time it was solved; null: it is open. */
    solvedAt: Instant.nullable(),
    /** How often the customer had to write until it was solved. */
    contacts: z.int().min(1).max(10_000),
    reopened: z.boolean(),
    escalated: z.boolean(),
  }),
  /** One person's answer to a survey, at the moment of the entry. `about`: the one thing asked about; null: all of it. */
  z
    .strictObject({
      of: z.literal("survey_answer"),
      survey: z.enum(surveyKinds),
      score: z.int().min(0).max(100),
      contactId: ContactId.nullable(),
      /** Who answered, where it is no contact: a name or an id the survey tool gives. */
      person: written(200).nullable(),
      about: written(200).nullable(),
      comment: written(4_000).nullable(),
    })
    .refine(({ survey, score }) => score <= tops[survey], {
      path: ["score"],
      message: "is not on the scale of the survey: NPS is answered from 0 to 10",
    })
    .refine(({ contactId, person }) => contactId !== null || person !== null, {
      path: ["person"],
      message: "is given where the answer is not from a contact",
    }),
  /** How the CSM judges the relationship, and the last day the judgement counts. */
  z.strictObject({
    of: z.literal("csm_sentiment"),
    value: z.enum(csmSentiments),
    validUntil: Day,
    reason: written(1_000),
  }),
  /** A person says what the health is, beside what is computed, with the reason and the first day it no longer counts. */
  z.strictObject({
    of: z.literal("health_override"),
    score: z.int().min(0).max(100),
    reason: written(1_000),
    expiresOn: Day,
  }),
  /**
   * A warning sign that asks for action at once, with what was seen. `rule`: the rule that opened it; null: a person did.
   * It is opened once; a later version clears it with the reason.
   */
  z.strictObject({
    of: z.literal("red_flag"),
    rule: written(100).nullable(),
    title: written(200),
    evidence: z
      .array(z.strictObject({ on: Day, text: written(500) }))
      .min(1)
      .max(50),
    cleared: z.strictObject({ on: Day, reason: written(1_000) }).nullable(),
  }),
  /**
   * How a red flag is handled: by whom, how, and until when nobody is to hear of it. `severity` null: as its rule has it;
   * `run`: the run of a play that answers it. A later version replaces the earlier; clearing is told by the flag itself.
   */
  z
    .strictObject({
      of: z.literal("flag_handling"),
      flag: EntryId,
      state: z.enum(flagStates),
      severity: z.enum(flagSeverities).nullable(),
      owner: Person.nullable(),
      run: EntryId.nullable(),
      silencedUntil: Day.nullable(),
      reason: written(1_000).nullable(),
    })
    .refine(
      ({ state, silencedUntil, reason }) => reason !== null || (state !== "accepted" && !silencedUntil),
      {
        path: ["reason"],
        message: "is given where a flag is accepted or silenced",
      },
    ),
  /**
   * What is decided of an account at risk since a week: who turns to it, until when it is put off, that its loss is
   * accepted, and that whoever leads its CSM has seen it. `since` names the time at risk; the next one begins anew.
   */
  z.strictObject({
    of: z.literal("risk_handling"),
    since: Day,
    owner: Person.nullable(),
    /** Off the queue until a day. */
    snoozed: z.strictObject({ until: Day, reason: written(1_000) }).nullable(),
    /** Nobody tries to keep it any more. It stays at risk, and in ARR at risk. */
    accepted: z.strictObject({ on: Day, reason: written(1_000) }).nullable(),
    /** Who saw it first, by their membership's id, and when. */
    seen: z.strictObject({ by: written(200).nullable(), at: Instant }).nullable(),
  }),
  /**
   * An account at risk was raised to an executive of ours, by their membership's id, with the reason. It is open until a
   * later version closes it with what came of it.
   */
  z.strictObject({
    of: z.literal("escalation"),
    sponsor: MemberId,
    /** Who raised it, by their membership's id; null: a key. */
    raisedBy: written(200).nullable(),
    reason: written(1_000),
    closed: z.strictObject({ on: Day, reason: written(1_000) }).nullable(),
  }),
  /** The customer declined to meet about the renewal of the term that ends on `termEndsOn` (null: nobody says which). */
  z.strictObject({
    of: z.literal("meeting_declined"),
    termEndsOn: Day.nullable(),
    contactId: ContactId.nullable(),
    note: written(1_000).nullable(),
  }),
  /** An integration of the customer stopped working at the moment of the entry; a later version says when it worked again. */
  z.strictObject({
    of: z.literal("integration_outage"),
    integration: written(200),
    key: z.boolean(),
    mendedOn: Day.nullable(),
  }),
] as const;

const conditionKinds = Object.keys(flagConditions) as [FlagConditionKind, ...FlagConditionKind[]];

/** How a workspace scores health, and what it calls a red flag. Procedures of their own write these entries. */
export const healthRuleEntries = [
  /**
   * A version of a health model: components with their points, which add up to 100, the reading each is full from (in per
   * cent; left out: all of it), and the rules it has of its own. Active, it scores accounts of its segment (null: of every
   * segment without a model of its own) from the entry's day on; a draft scores nothing.
   */
  z.strictObject({
    of: z.literal("health_model"),
    model: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
    /** 0: as the product ships it. */
    version: z.int().min(0),
    name: written(80),
    segment: written(200).nullable(),
    parts: z
      .array(
        z.strictObject({
          component: written(40),
          weight: z.int().min(1).max(100),
          fullAt: z.int().min(1).max(100).optional(),
        }),
      )
      .min(1)
      .max(20),
    rules: HealthModelRules.optional(),
    state: z.enum(["draft", "active", "retired"]),
    reason: written(1_000),
  }),
  /** A rule of the workspace that opens a red flag where all its conditions hold. The entry's id is the rule's. */
  z.strictObject({
    of: z.literal("red_flag_rule"),
    name: written(100),
    conditions: z.array(z.enum(conditionKinds)).min(1).max(conditionKinds.length),
    /** For this rule alone: how long the main user is idle, and how many of our mails stay unanswered; null: as the policy has it. */
    idleUserDays: healthNumber("idleUserDays").nullable(),
    unansweredEmails: healthNumber("unansweredEmails").nullable(),
    /** Further numbers for this rule alone; left out: as the policy has them. */
    thresholds: FlagThresholds.optional(),
    active: z.boolean(),
  }),
] as const;

import { z } from "zod";
import { ContactId, Day } from "../../kernel/index.ts";
import { confirmerRoles, earnedStages, onboardingCriteria } from "./names.ts";
import { CloseRef, Link, Person, written } from "./words.ts";

export const onboardingEntries = [
  /** The opportunity was closed as won at this moment. `signedOn`: the day the contract was signed; null: not signed yet. */
  z.strictObject({
    of: z.literal("deal_closed"),
    opportunity: written(200).nullable(),
    signedOn: Day.nullable(),
  }),
  /** What one onboarding criterion means for this account, agreed in writing. Written after the kickoff it does not count. */
  z.strictObject({
    of: z.literal("criterion"),
    criterion: z.enum(onboardingCriteria),
    text: written(1_000),
    /** The criteria set it was taken from, when it was: the set's entry id. */
    from: z.string().nullable().default(null),
  }),
  /** The joint kickoff was held at this moment, and what came of it. It locks the criteria. */
  z.strictObject({
    of: z.literal("kickoff"),
    attendedBy: z.array(z.union([ContactId, Person])).max(50),
    successCriteria: written(2_000).nullable(),
    timeline: written(2_000).nullable(),
    goLiveOn: Day.nullable(),
    plan: written(4_000).nullable(),
    close: CloseRef,
  }),
  /** Evidence that a criterion is met: what was observed, where. `expiresOn`: the first day it no longer counts. */
  z.strictObject({
    of: z.literal("evidence"),
    criterion: z.enum(["technical_completion", "adoption_trigger", "success_milestone"]),
    observed: written(1_000),
    link: Link.nullable(),
    expiresOn: Day.nullable(),
  }),
  /** A person at the customer confirms that the agreed outcome was reached. A champion confirms by delegation of the sponsor. */
  z.strictObject({
    of: z.literal("confirmation"),
    contactId: ContactId,
    role: z.enum(confirmerRoles),
    delegatedBy: ContactId.nullable(),
    observed: written(1_000),
    link: Link.nullable(),
    expiresOn: Day.nullable(),
  }),
  /** The CSM's flag "successfully onboarded": yes, or taken back. */
  z.strictObject({ of: z.literal("onboarded_flag"), value: z.boolean() }),
  /** A criterion is let pass without evidence, by somebody whose role may, with a reason and until a day. */
  z.strictObject({
    of: z.literal("waiver"),
    criterion: z.enum(onboardingCriteria),
    reason: written(1_000),
    /** The role of whoever waived it, as of then; the server fills it in. */
    role: z.string().min(1).nullable().default(null),
    expiresOn: Day,
  }),
  /** The account is moved back to an earlier earned stage, with the reason. Evidence counts anew from then on. */
  z.strictObject({ of: z.literal("setback"), to: z.enum(["won", "onboarded"]), reason: written(1_000) }),
  /**
   * Somebody wanted the account in a stage and its gate was shut: which clauses did not hold then. It changes nothing; it
   * tells who wanted what and when.
   */
  z.strictObject({
    of: z.literal("move_refused"),
    to: z.enum(earnedStages),
    missing: z.array(written(300)).min(1).max(60),
  }),
  /** Hours of work that went into the onboarding of the account. */
  z.strictObject({ of: z.literal("effort"), hours: z.number().positive().max(10_000) }),
] as const;

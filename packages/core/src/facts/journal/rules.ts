import { z } from "zod";
import { AccountId, Currency, Day, EntryId } from "../../kernel/index.ts";
import {
  cadences,
  featureTiers,
  labelMeanings,
  onboardingCriteria,
  touchModels,
  useSignals,
} from "./names.ts";
import { Person, written } from "./words.ts";

/** A condition on what is known of an account: an attribute in a list, or ARR (minor units) or head count within bounds. */
export const AccountCondition = z.union([
  z.strictObject({
    attribute: z.enum(["segment", "tier", "region", "industry"]),
    in: z.array(written(200)).min(1).max(100),
  }),
  z
    .strictObject({
      measure: z.enum(["arr", "employees"]),
      min: z.int().min(0).nullable(),
      max: z.int().min(0).nullable(),
    })
    .refine((bounds) => bounds.min === null || bounds.max === null || bounds.min <= bounds.max, {
      path: ["max"],
      message: "is below min",
    }),
]);
/** A condition on what is known of an account. */
export type AccountCondition = z.infer<typeof AccountCondition>;

/** Entries about the workspace rather than an account: rules in force from `effectiveOn`, and what people agree on. */
export const ruleEntries = [
  /** The onboarding criteria of a segment (null: of every segment without a set of its own). The entry's id is the set's. */
  z.strictObject({
    of: z.literal("criteria_set"),
    segment: written(200).nullable(),
    criteria: z.strictObject(
      Object.fromEntries(onboardingCriteria.map((criterion) => [criterion, written(1_000)])) as Record<
        (typeof onboardingCriteria)[number],
        ReturnType<typeof written>
      >,
    ),
  }),
  /** When a customer of a segment (null: any without a rule of its own) counts as Adopted. */
  z.strictObject({
    of: z.literal("adoption_rule"),
    segment: written(200).nullable(),
    coreFeatures: z
      .array(z.strictObject({ feature: written(200), cadence: z.enum(cadences) }))
      .min(1)
      .max(50),
    /** The feature that must not lie idle. */
    coreModule: written(200),
    /** Active seats of licensed seats, in whole per cent, from which on it counts. */
    seatShare: z.int().min(1).max(100),
    /** The core module counts as idle after this many days without use. */
    idleDays: z.int().min(1).max(366),
  }),
  /** Numbers of the lifecycle that teams agreed on; each key is a parameter of `core/lifecycle` or `core/handoff`, and those not named stay as they were. */
  z.strictObject({
    of: z.literal("lifecycle_policy"),
    parameters: z.record(z.string(), z.int()),
    /** Why they were set so. */
    reason: written(1_000).optional(),
  }),
  /** How accounts are looked after: which tier and touch model, and which accounts are strategic. First match decides. */
  z.strictObject({
    of: z.literal("coverage_rules"),
    tiers: z.array(z.strictObject({ tier: written(100), when: z.array(AccountCondition) })).max(20),
    touch: z
      .array(
        z.strictObject({
          model: z.enum(touchModels),
          /** Days between touchpoints that are not too many. */
          everyDays: z.int().min(1).max(366),
          when: z.array(AccountCondition),
        }),
      )
      .max(20),
    strategic: z.array(AccountCondition),
  }),
  /** What makes a customer a good fit: weighted conditions; the fit is the share of the weights that hold. */
  z.strictObject({
    of: z.literal("icp_rules"),
    conditions: z
      .array(z.strictObject({ name: written(200), weight: z.int().min(1).max(100), when: AccountCondition }))
      .max(50),
  }),
  /** What a label in a field of another system means. The latest of a label counts; unknown labels are asked about. */
  z.strictObject({
    of: z.literal("label_meaning"),
    system: written(100),
    field: written(200),
    label: written(200),
    means: z.enum(labelMeanings),
  }),
  /** The value another system or a document reports for a term, to be held against ours. */
  z.strictObject({
    of: z.literal("reported_value"),
    system: written(100),
    term: written(100),
    period: written(50),
    /** A share as a decimal (`"1.03"`), money in minor units, a count. */
    value: z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/, "is not a decimal number"),
    currency: Currency.nullable(),
    /** What it is made of account by account, where the other system tells: for churn lists and ARR lists, minor units. */
    accounts: z
      .array(
        z.strictObject({
          accountId: AccountId.nullable(),
          name: written(300),
          amount: z.string().regex(/^-?\d{1,18}$/),
          on: Day.nullable(),
        }),
      )
      .max(20_000),
  }),
  /** A term the teams must talk about, because reports disagree on it. */
  z.strictObject({
    of: z.literal("agenda_item"),
    term: written(100),
    reason: written(1_000),
    owner: Person.nullable(),
    dueOn: Day.nullable(),
    state: z.enum(["open", "settled"]),
    /** The session that found it out, and what it found: left out where nobody asked in a session. */
    found: z.strictObject({ session: EntryId, outcome: z.enum(["none_written", "divergent"]) }).optional(),
  }),
  /**
   * A feature of the product. `feature` is what readings of use call it; `workflow` the work that counts as use of it: a
   * login never does. The latest of a feature counts. `segments` are entitled to it; none: every customer is.
   */
  z.strictObject({
    of: z.literal("feature"),
    feature: written(200),
    area: written(200),
    tier: z.enum(featureTiers),
    workflow: written(500),
    segments: z.array(written(200)).max(100),
    /** General availability; null: it is not there yet, or nobody knows since when. */
    gaOn: Day.nullable(),
    /** What Customer Success and Product agreed to call active use, and the day they did; null: nothing is agreed. */
    activeUse: z
      .strictObject({ usesAWeek: z.int().min(1).max(100), weeks: z.int().min(1).max(52), agreedOn: Day })
      .nullable(),
    owner: Person.nullable(),
    retired: z.boolean(),
    /**
     * What else its use tells: a `key_action` of setting up, the pattern of the `aha` moment, or that somebody came to a
     * `plan_limit`, which is no feature to take up. Left out: nothing.
     */
    signals: z.array(z.enum(useSignals)).max(3).optional(),
  }),
  /** A view somebody keeps: a page with its filters. Shared ones are seen by everybody. */
  z.strictObject({
    of: z.literal("saved_view"),
    name: written(100),
    path: z.string().regex(/^\/[a-z0-9/-]*$/),
    search: z.string().max(2_000),
    shared: z.boolean(),
  }),
  /** What a member does not want to be told in the inbox, by kind of news. One entry a member. */
  z.strictObject({
    of: z.literal("notice_choice"),
    off: z.array(z.string().regex(/^[a-z][a-z_]{1,39}$/)).max(60),
  }),
] as const;

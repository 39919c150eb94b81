import { z } from "zod";
import { ContactId, Currency, Day } from "../../kernel/index.ts";
import {
  type ChurnReason,
  churnReasons,
  commercialRoles,
  contactRoles,
  contactStates,
  expansionKinds,
  renewalPreparations,
  touchpointKinds,
} from "./names.ts";
import { Link, Person, written } from "./words.ts";

const commercial = z.strictObject({ name: Person, role: z.enum(commercialRoles) });

export const motionEntries = [
  /** An expansion in motion: who found it, who owns it, who closed it. The entry's id is the motion's; later versions close it. */
  z
    .strictObject({
      of: z.literal("expansion"),
      type: z.enum(expansionKinds),
      openedOn: Day,
      closedOn: Day.nullable(),
      outcome: z.enum(["won", "lost"]).nullable(),
      source: commercial.nullable(),
      owner: commercial,
      closer: commercial.nullable(),
      /** Expected ARR in minor units of the currency. */
      amount: z
        .string()
        .regex(/^\d{1,18}$/, "is not a whole number of minor units")
        .nullable(),
      currency: Currency.nullable(),
      note: written(2_000).nullable(),
    })
    .refine((motion) => (motion.closedOn === null) === (motion.outcome === null), {
      path: ["outcome"],
      message: "is said when the expansion is closed, and not before",
    })
    .refine((motion) => motion.closedOn === null || motion.closedOn >= motion.openedOn, {
      path: ["closedOn"],
      message: "is before it was opened",
    }),
  /** The renewal conversation about the term that ends on `termEndsOn` was begun. */
  z.strictObject({ of: z.literal("renewal_started"), termEndsOn: Day, owner: commercial }),
  /** One of the three preparations of the renewal of a term: when it is in the calendar for, and when it was done. */
  z.strictObject({
    of: z.literal("renewal_step"),
    termEndsOn: Day,
    step: z.enum(renewalPreparations),
    plannedOn: Day,
    doneOn: Day.nullable(),
    note: written(2_000).nullable(),
  }),
  /** Why the account that left on `leftOn` left. The churn itself is a movement of the ledger, and has that day. */
  z.strictObject({
    of: z.literal("churn_reason"),
    leftOn: Day,
    reason: z.enum(Object.keys(churnReasons) as [ChurnReason, ...ChurnReason[]]),
    voluntary: z.boolean(),
    preventable: z.boolean(),
    note: written(2_000).nullable(),
    link: Link.nullable(),
  }),
] as const;

export const peopleEntries = [
  /**
   * From `since` on, a person at the customer has this role in this state. What becomes of it later is an entry of its
   * own, so that what was before stays known; a later version of an entry corrects it.
   */
  z.strictObject({
    of: z.literal("contact_role"),
    contactId: ContactId,
    role: z.enum(contactRoles),
    state: z.enum(contactStates),
    since: Day,
    influence: z.int().min(1).max(3).nullable(),
    sentiment: z.enum(["positive", "neutral", "negative"]).nullable(),
    /** Our person who keeps the relationship. */
    counterpart: Person.nullable(),
    note: written(1_000).nullable(),
  }),
  /** An interaction with the customer, or a note about it. `outcome` marks a moment of truth as good or bad. */
  z.strictObject({
    of: z.literal("touchpoint"),
    type: z.enum(touchpointKinds),
    direction: z.enum(["ours", "theirs"]).nullable(),
    contacts: z.array(ContactId).max(50),
    /** Who of us took part, besides whoever put it on record. */
    ours: z.array(Person).max(20).optional(),
    text: written(4_000),
    outcome: z.enum(["good", "bad"]).nullable(),
    nextStep: written(500).nullable(),
  }),
] as const;

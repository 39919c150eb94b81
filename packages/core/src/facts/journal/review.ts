import { z } from "zod";
import { AccountId, Currency, Day, EntryId, Month } from "../../kernel/index.ts";
import { dimensions } from "../account.ts";
import { annotationKinds, commentaryStates } from "./review-names.ts";
import { Link, Person, written } from "./words.ts";

/** What a leadership team says of its figures. Procedures of their own write these entries, over the whole book. */
export const reviewEntries = [
  /**
   * What a figure should reach: over the days of one period, or, with `since`, over every period that ends in that month
   * or later, until a later `since` takes its place. One of the two is given. For the whole book, or for one value of one dimension.
   */
  z.strictObject({
    of: z.literal("target_set"),
    term: written(100),
    over: z.strictObject({ period: written(40), from: Day, to: Day }).nullable(),
    since: Month.nullable(),
    slice: z.strictObject({ dimension: z.enum(dimensions), value: z.string().max(200) }).nullable(),
    /** A share as a decimal (`"1.05"`), money in minor units, a count. */
    value: z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/, "is not a decimal number"),
    currency: Currency.nullable(),
  }),
  /** Something that happened on a day, or over days to `to`, and that whoever reads a trend must know. */
  z.strictObject({
    of: z.literal("annotation"),
    on: Day,
    to: Day.nullable(),
    about: z.enum(annotationKinds),
    text: written(200),
    link: Link.nullable(),
  }),
  /**
   * What the owner of a figure says of one period of it: what drove it, why, what is done, by whom and by when. `account`
   * is the one the action is about, and `task` the task it is done by, which lies on record of that account.
   */
  z.strictObject({
    of: z.literal("commentary"),
    term: written(100),
    over: z.strictObject({ period: written(40), from: Day, to: Day }),
    driver: written(60),
    cause: written(2_000).nullable(),
    action: written(2_000).nullable(),
    owner: Person.nullable(),
    dueOn: Day.nullable(),
    state: z.enum(commentaryStates),
    account: AccountId.nullable(),
    task: EntryId.nullable(),
  }),
] as const;

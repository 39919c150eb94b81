import { z } from "zod";
import { AccountId, LineId } from "../kernel/index.ts";
import { retractable, stamp } from "./stamp.ts";

/**
 * What is known of an account beside its contracts. `parent` holds the parent's account id; `csm`, `ae`, `am`, `cse`,
 * `cs_manager` and `exec_sponsor` name our people who hold it (customer success manager, account executive, account
 * manager, customer success engineer, CS manager, our executive counterpart); `renewal_owner` and `expansion_owner`
 * hold the role that owns it (`csm`, `am` or `ae`). `employees` is a whole number. `tier`, `touch_model` and `strategic`
 * (`yes` or `no`), where given, stand above what the coverage rules say.
 */
export const accountAttributes = [
  "name",
  "parent",
  "domain",
  "segment",
  "tier",
  "region",
  "industry",
  "currency",
  "csm",
  "ae",
  "am",
  "cse",
  "cs_manager",
  "exec_sponsor",
  "renewal_owner",
  "expansion_owner",
  "employees",
  "touch_model",
  "strategic",
] as const;
/** One attribute of an account. */
export type AccountAttribute = (typeof accountAttributes)[number];

/** The attributes figures can be sliced, filtered and broken down by. */
export const dimensions = ["segment", "tier", "region", "industry", "csm", "ae", "am", "currency"] as const;
/** An attribute figures can be sliced by. */
export type Dimension = (typeof dimensions)[number];

/** An account exists, and this is what other systems call it (system name to id in that system). */
export const AccountFact = z.strictObject({
  kind: z.literal("account"),
  accountId: AccountId,
  externalIds: z.record(z.string().min(1), z.string().min(1)),
  ...retractable,
  ...stamp,
});
/** An account exists, with its external ids. */
export type AccountFact = z.infer<typeof AccountFact>;

/** From `effectiveOn` on, this attribute of the account has this value (`null`: none). */
export const AttributeFact = z.strictObject({
  kind: z.literal("attribute"),
  accountId: AccountId,
  attribute: z.enum(accountAttributes),
  value: z.string().min(1).nullable(),
  ...retractable,
  ...stamp,
});
/** A dated value of one attribute of an account. */
export type AttributeFact = z.infer<typeof AttributeFact>;

/**
 * Two records are one customer: everything of `accountId` is read as `intoId`, for all time, from `recordedAt` on.
 * Total ARR is unchanged on every day; a merge is neither churn nor new.
 */
export const MergeFact = z
  .strictObject({
    kind: z.literal("merge"),
    accountId: AccountId,
    intoId: AccountId,
    ...stamp,
  })
  .refine((merge) => merge.accountId !== merge.intoId, {
    path: ["intoId"],
    message: "is the account itself",
  });
/** Two account records are one customer. */
export type MergeFact = z.infer<typeof MergeFact>;

/** One record is two customers: these lines belong to `toId`, for all time, from `recordedAt` on. */
export const SplitFact = z
  .strictObject({
    kind: z.literal("split"),
    accountId: AccountId,
    toId: AccountId,
    lineIds: z.array(LineId).min(1),
    ...stamp,
  })
  .refine((split) => split.accountId !== split.toId, { path: ["toId"], message: "is the account itself" });
/** Some contract lines of an account belong to another customer. */
export type SplitFact = z.infer<typeof SplitFact>;

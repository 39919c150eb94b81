import { z } from "zod";
import type { EntryOf } from "../facts/index.ts";
import { Currency, Day, type Known, type Rational, shareOf } from "../kernel/index.ts";

const minor = z.string().regex(/^\d{1,18}$/, "is not a whole number of minor units of 0 or more");

/** What somebody is asked to bring in over some days, both included, in whole minor units. */
export const Quota = z
  .strictObject({ person: z.string().min(1).max(200), from: Day, to: Day, amount: minor, currency: Currency })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before from" });
/** What somebody is asked to bring in. */
export type Quota = z.infer<typeof Quota>;

/** A renewal that was signed, and who owned it: what it is worth a year. */
export const SignedRenewal = z.strictObject({
  owner: z.string().min(1).max(200),
  signedOn: Day,
  amount: minor,
  currency: Currency,
});
/** A renewal that was signed. */
export type SignedRenewal = z.infer<typeof SignedRenewal>;

/** What counts towards a quota, in minor units, and the share of it that this is. */
export interface Attainment {
  readonly expansion: bigint;
  readonly renewals: bigint;
  readonly rate: Known<Rational>;
}

const within = (on: Day | null, { from, to }: Quota): boolean => on !== null && on >= from && on <= to;

/** Whether a won expansion counts for the person: they began it, and not for Sales. */
function counts(motion: EntryOf<"expansion">, quota: Quota): boolean {
  return (
    motion.outcome === "won" &&
    within(motion.closedOn, quota) &&
    motion.currency === quota.currency &&
    motion.source !== null &&
    motion.source.role !== "ae" &&
    motion.source.name === quota.person
  );
}

const nothingAsked = ({ person, from, to }: Quota) => `${person} has no quota from ${from} to ${to}.`;

/**
 * How much of an expansion quota is reached: expansions won within it that the person began in Customer Success, whoever
 * closed them. What an AE began counts nothing, at the same accounts too. Term: expansion-quota. Unit: share.
 */
export function expansionAttainment(quota: Quota, expansions: readonly EntryOf<"expansion">[]): Attainment {
  const expansion = expansions
    .filter((motion) => counts(motion, quota))
    .reduce((sum, { amount }) => sum + BigInt(amount ?? 0), 0n);
  return { expansion, renewals: 0n, rate: shareOf(expansion, BigInt(quota.amount), nothingAsked(quota)) };
}

/**
 * How much of a quota for growth and renewals is reached: what counts towards an expansion quota, and the renewals the
 * person owned that were signed within it. Term: quota-attainment. Unit: share.
 */
export function quotaAttainment(
  quota: Quota,
  credited: {
    readonly expansions: readonly EntryOf<"expansion">[];
    readonly renewals: readonly SignedRenewal[];
  },
): Attainment {
  const { expansion } = expansionAttainment(quota, credited.expansions);
  const renewals = credited.renewals
    .filter(
      ({ owner, signedOn, currency }) =>
        owner === quota.person && within(signedOn, quota) && currency === quota.currency,
    )
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return {
    expansion,
    renewals,
    rate: shareOf(expansion + renewals, BigInt(quota.amount), nothingAsked(quota)),
  };
}

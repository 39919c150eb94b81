import { type Known, type Rational, shareOf } from "../kernel/index.ts";

/** ARR that was lost with accounts entitled to a feature, and how much of it by those that had not adopted it. */
export interface LossBeside {
  readonly accounts: number;
  /** Minor units. */
  readonly lost: bigint;
  readonly ofOthers: bigint;
  /** The part of the ARR lost that was of accounts that had not adopted the feature: what goes together, no cause. */
  readonly share: Known<Rational>;
}

/** How much of the ARR lost was of accounts that had not adopted a feature when they left. */
export function lossesOfOthers(
  losses: readonly { readonly arr: bigint; readonly adopted: boolean }[],
): LossBeside {
  const sum = (of: typeof losses) => of.reduce((total, { arr }) => total + arr, 0n);
  const [lost, ofOthers] = [sum(losses), sum(losses.filter(({ adopted }) => !adopted))];
  const share = shareOf(ofOthers, lost, "No account entitled to it was lost in these months.");
  return { accounts: losses.length, lost, ofOthers, share };
}

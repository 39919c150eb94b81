import type { Currency } from "../kernel/index.ts";
import { type Rank, rankOf, unknownChance } from "../work/index.ts";
import type { LossChance } from "./loss-chance.ts";

/** Where an account at risk stands in the queue, and what there is to save. Amounts in minor units. */
export interface QueueRank {
  readonly rank: Rank;
  /** ARR × chance of loss. */
  readonly expectedLoss: bigint;
  /** Of the runs of plays meant to keep a customer that were told, the share saved, in hundredths; two of four are assumed. */
  readonly saveShare: bigint;
  /** Expected loss × share saved: what a play is worth, were it to go as plays went. */
  readonly expectedSave: bigint;
}

interface Queued {
  /** Minor units of the currency. */
  readonly arr: bigint;
  readonly currency: Currency;
  /** Days to the renewal; null: there is none. */
  readonly days: number | null;
  /** Null: its last week was not measured. */
  readonly chance: Pick<LossChance, "percent"> | null;
  /** How many runs of plays meant to keep a customer were told, and how many of them saved all; null: none was. */
  readonly saveShare: { readonly told: number; readonly saved: number } | null;
}

const half = (value: bigint, by: bigint): bigint => (value * 2n + by) / (by * 2n);

/**
 * Where an account stands in the at-risk queue: ARR in thousands × chance of loss × urgency, from the factors as they are
 * printed, as in the today queue: the chance is 0.50 where the last week was not measured. Term: at-risk-queue.
 */
export function queueRank({ arr, currency, days, chance, saveShare }: Queued): QueueRank {
  const held = arr < 0n ? 0n : arr;
  const { told, saved } = saveShare ?? { told: 0, saved: 0 };
  const share = half(BigInt(saved + 2) * 100n, BigInt(told + 4));
  const risk = chance?.percent ?? unknownChance;
  const loss = held * risk;
  return {
    rank: rankOf({ arr, currency, days, risk }),
    expectedLoss: half(loss, 100n),
    saveShare: share,
    expectedSave: half(loss * share, 10_000n),
  };
}

import { type Currency, currencyDigits } from "../kernel/index.ts";

/**
 * The rank of an account in a queue, with every factor as it is printed: ARR in thousands to one decimal, risk
 * and urgency to two. `weight` is their exact product in units of 1/100,000, and `value` the same for people.
 */
export interface Rank {
  readonly arr: string;
  readonly risk: string;
  readonly urgency: string;
  readonly value: string;
  readonly weight: bigint;
}

/** The chance of loss while nothing tells it: half of what there could be. In hundredths. */
export const unknownChance = 50n;

/** What is due in 30 days or has passed is as urgent as anything gets; beyond 180 days nothing gets less so. In hundredths. */
const [least, most] = [50, 300];

function urgencyOf(days: number | null): bigint {
  if (days === null) return BigInt(least);
  if (days <= 0) return BigInt(most);
  return BigInt(Math.min(most, Math.max(least, Math.round(9_000 / days))));
}

const half = (value: bigint, by: bigint): bigint => (value + by / 2n) / by;

/** A whole number of hundredths as a decimal. */
const hundredths = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
/** A whole number of tenths as a decimal, whole numbers without it. */
const tenths = (value: bigint): string =>
  value % 10n === 0n ? String(value / 10n) : `${value / 10n}.${value % 10n}`;

interface Ranked {
  /** Minor units of the currency. */
  readonly arr: bigint;
  readonly currency: Currency;
  /** Days to the deadline or the renewal, whichever is nearer; past is below 0; null: there is neither. */
  readonly days: number | null;
  /** The chance of loss in hundredths, where something tells it. */
  readonly risk?: bigint | undefined;
}

/**
 * Where an account stands in the today queue and in the at-risk queue: ARR in thousands × chance of loss × urgency, computed
 * from the factors as they are printed, so that whoever multiplies them gets the same. The chance is 0.50 as long as nothing
 * tells it; urgency is 90 ÷ days, from 0.50 to 3.00 (terms `today-queue`, `at-risk-queue`).
 */
export function rankOf({ arr, currency, days, risk = unknownChance }: Ranked): Rank {
  const inTenths = half(arr < 0n ? 0n : arr, 10n ** BigInt(currencyDigits(currency)) * 100n);
  const urgency = urgencyOf(days);
  const weight = inTenths * risk * urgency;
  const small = weight < 1_000_000n;
  return {
    arr: tenths(inTenths),
    risk: hundredths(risk),
    urgency: hundredths(urgency),
    value: small ? tenths(half(weight, 10_000n)) : String(half(weight, 100_000n)),
    weight,
  };
}

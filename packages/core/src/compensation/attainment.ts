import {
  type Currency,
  Failure,
  minus,
  type Period,
  plus,
  type Rational,
  rational,
  zero,
} from "../kernel/index.ts";
import type { Credit } from "./credits.ts";
import { type AmountBand, bandsInMinorUnits, commissionOn, partsOf, type RateBands } from "./rate-table.ts";
import { amountWords, minorUnits, percentWords } from "./written.ts";

/** One credit on its way through the bands: what was credited before and after it, and what it earns, exact. */
export interface AttainmentStep {
  readonly credit: Credit;
  readonly before: bigint;
  readonly after: bigint;
  readonly earned: Rational;
  readonly bands: string;
  readonly arithmetic: string;
}

/** The credits that count within some days, in the order in which they came to count. */
export function countingCredits(
  credits: readonly Credit[],
  person: string,
  { from, to }: Pick<Period, "from" | "to">,
): Credit[] {
  return credits
    .filter(
      ({ state, countsOn, ...credit }) =>
        credit.person === person &&
        state === "confirmed" &&
        countsOn !== null &&
        countsOn >= from &&
        countsOn <= to,
    )
    .sort((a, b) => order(a.countsOn, b.countsOn) || order(a.deal.dealId, b.deal.dealId));
}

const order = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : a === b ? 0 : 1);

/**
 * Runs credits through the bands of a quota, one after the other. What they earn adds up to what the bands pay for all of
 * them. Attainment never falls. `target` is what the quota pays, which a base rate needs. Throws `bad_input` where bands of a
 * quota are asked for without one.
 */
export function runAttainment(
  credits: readonly Credit[],
  table: RateBands,
  quota: bigint | null,
  currency: Currency,
  target: bigint = 0n,
): AttainmentStep[] {
  const byQuota = table.scale === "quota" && (table.bands.length > 1 || table.bands[0]?.to !== null);
  const needed = byQuota || table.of === "base_rate";
  if (needed && (quota === null || quota === 0n))
    throw new Failure("bad_input", "The rates go by attainment, and there is no quota to attain.");
  const bands = bandsInMinorUnits(table, quota ?? 0n, currency, target);
  let before = 0n;
  return credits.map((credit) => {
    const after = before + credit.amount;
    const paid = (credited: bigint) => commissionOn(bands, minorUnits(credited));
    const step = {
      credit,
      before,
      after,
      earned: minus(paid(after), paid(before)),
      ...inWords(bands, table, before, after, currency),
    };
    before = after;
    return step;
  });
}

function inWords(
  bands: readonly AmountBand[],
  table: RateBands,
  before: bigint,
  after: bigint,
  currency: Currency,
): { bands: string; arithmetic: string } {
  const told = (amount: Rational, rate: Rational) =>
    `${fineAmount(amount, currency)} × ${percentWords(rate)}`;
  const [was, is] = [before, after].map((credited) => partsOf(bands, minorUnits(credited)));
  const sum = (parts: typeof is) => parts?.map(({ amount, rate }) => told(amount, rate)).join(" + ") ?? "";
  const [lowest, present] = [was?.[0]?.band, is?.[0]];
  if (lowest !== undefined && present && present.band !== lowest)
    return {
      bands: `${bandWords(table, present.band)}, for everything credited before it too`,
      arithmetic: `${sum(is)} − (${sum(was)})`,
    };
  const added = (is ?? []).flatMap((part) => {
    const held = was?.find(({ band }) => band === part.band)?.amount ?? zero;
    const amount = minus(part.amount, held);
    return amount.n > 0n ? [{ ...part, amount }] : [];
  });
  return {
    bands: added.map(({ band }) => bandWords(table, band)).join("; ") || "Beyond the last band",
    arithmetic: added.map(({ amount, rate }) => told(amount, rate)).join(" + ") || "nothing",
  };
}

function bandWords({ bands, scale, of }: RateBands, index: number): string {
  const band = bands[index];
  if (!band) return "";
  const rate = `${band.rate} %${of === "base_rate" ? " of the base rate" : ""}`;
  if (bands.length === 1 && band.to === null) return `Every amount at ${rate}`;
  const unit = scale === "quota" ? " % of the quota" : "";
  const span = band.to === null ? `from ${band.from}${unit} on` : `from ${band.from} to ${band.to}${unit}`;
  return `Band ${index + 1}: ${span} at ${rate}`;
}

/** An amount that may be finer than a minor unit, as where a band begins within one. */
function fineAmount(amount: Rational, currency: Currency): string {
  return amount.d === 1n
    ? amountWords(amount.n, currency)
    : `${amount.n}/${amount.d} minor units of ${currency}`;
}

/** The attainment of a quota after an amount was credited; null where no quota is set. */
export function attainmentText(credited: bigint, quota: bigint | null): string | null {
  return quota === null || quota === 0n ? null : percentWords(rational(credited, quota));
}

/** What steps earn together, exactly. */
export function earnedBy(steps: readonly AttainmentStep[]): Rational {
  return steps.reduce((sum, { earned }) => plus(sum, earned), zero);
}

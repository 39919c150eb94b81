import { differenceInterval, type Interval, shareInterval } from "../kernel/index.ts";

/** A renewal that was decided, and how often each feature was used in the time that ended before it. */
export interface DecidedRenewal {
  readonly renewed: boolean;
  /** Uses by feature; a feature that is not in it was not used. */
  readonly uses: ReadonlyMap<string, number>;
}

/** Renewals of one kind: how many, how many were kept, and that share with its 95 % interval; null where there are none. */
export interface KeptShare {
  readonly n: number;
  readonly renewed: number;
  readonly interval: Interval | null;
}

/**
 * What use of a feature went together with: renewals before which it was used, beside the others. It is an association and
 * does not say that the use made anybody stay.
 */
export interface PrecedingUse {
  readonly feature: string;
  readonly with: KeptShare;
  readonly without: KeptShare;
  /** The share renewed with less that without, and its 95 % interval; null where one side is empty. */
  readonly difference: { readonly value: number; readonly interval: Interval } | null;
}

/**
 * For each feature how renewals came out before which it was used at least so often, beside those before which it was not.
 * What sets the two apart most surely comes first: by the nearer end of the interval of their difference. Term: aha-moment.
 */
export function usePreceding(
  renewals: readonly DecidedRenewal[],
  features: readonly string[],
  { atLeast = 1 }: { readonly atLeast?: number } = {},
): PrecedingUse[] {
  const kept = (of: readonly DecidedRenewal[]): KeptShare => {
    const renewed = of.filter((one) => one.renewed).length;
    return { n: of.length, renewed, interval: of.length === 0 ? null : shareInterval(renewed, of.length) };
  };
  const told = features.map((feature): PrecedingUse => {
    const used = ({ uses }: DecidedRenewal) => (uses.get(feature) ?? 0) >= atLeast;
    const [own, others] = [kept(renewals.filter(used)), kept(renewals.filter((one) => !used(one)))];
    const difference =
      own.n === 0 || others.n === 0
        ? null
        : {
            value: Math.round((own.renewed / own.n - others.renewed / others.n) * 10_000) / 10_000,
            interval: differenceInterval(
              { part: own.renewed, of: own.n },
              { part: others.renewed, of: others.n },
            ),
          };
    return { feature, with: own, without: others, difference };
  });
  const sure = ({ difference }: PrecedingUse) => difference?.interval.low ?? Number.NEGATIVE_INFINITY;
  return told.sort((a, b) => sure(b) - sure(a) || (a.feature < b.feature ? -1 : 1));
}

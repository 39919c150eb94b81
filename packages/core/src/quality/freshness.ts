import type { EntryOf, ImportKind } from "../facts/index.ts";
import type { Instant } from "../kernel/index.ts";

type Definition = Pick<EntryOf<"data_source">, "name" | "system" | "brings" | "expectedMinutes" | "paused">;

/** How old the data of a source is at a moment, and whether that is older than it should be. */
export interface Freshness {
  readonly name: string;
  readonly system: string;
  readonly brings: readonly ImportKind[];
  readonly expectedMinutes: number | null;
  readonly paused: boolean;
  /** When data last arrived and was taken in. Null: never. */
  readonly lastAt: Instant | null;
  /** Whole minutes since then. Null: never. */
  readonly ageMinutes: number | null;
  /** Nothing arrived for longer than is expected of it. */
  readonly late: boolean;
}

/** When a source was first put on record, and when its data last arrived. */
export interface Arrivals {
  readonly since: Instant;
  readonly lastAt: Instant | null;
}

const minutesBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));

/**
 * How fresh a source is: late once nothing has arrived for longer than expected, also while it is paused, since its data
 * ages all the same. One that never brought anything is late from as long after it was put on record.
 */
export function freshnessOf(source: Definition, { since, lastAt }: Arrivals, now: Instant): Freshness {
  const { name, system, brings, expectedMinutes, paused } = source;
  const age = minutesBetween(lastAt ?? since, now);
  return {
    name,
    system,
    brings,
    expectedMinutes,
    paused,
    lastAt,
    ageMinutes: lastAt === null ? null : age,
    late: expectedMinutes !== null && age > expectedMinutes,
  };
}

/** What ARR and every figure made of it are computed from. */
export const ledgerKinds: readonly ImportKind[] = ["accounts", "contract_lines", "fx_rates"];

/** The late sources that figures computed from these kinds of files depend on. A source that says nothing may bring any. */
export function lateFor(sources: readonly Freshness[], kinds: readonly ImportKind[]): Freshness[] {
  return sources.filter(
    ({ late, brings }) => late && (brings.length === 0 || brings.some((kind) => kinds.includes(kind))),
  );
}

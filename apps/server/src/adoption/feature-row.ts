import { agreementOf, type FeatureStanding, isTakenUp, type LossBeside } from "@termwise/core/usage";
import type { HealthOfAccount } from "../health/health-of-accounts.ts";
import { type entitledTo, type FeatureWorld, meanHealth } from "./feature-world.ts";
import { perCent } from "./figures.ts";

type Entry = FeatureWorld["catalogue"][number];

/** How many accounts stand where with a feature. */
export const countStates = (states: FeatureStanding["states"]) => {
  const of = { eligible: 0, trying: 0, adopted: 0, lapsed: 0 };
  for (const state of states.values()) if (state !== "not_eligible") of[state] += 1;
  return of;
};

const noneOf = (segment: string | null) => ({ segment, eligible: 0, using: 0, tried: 0, adopted: 0 });

/** A feature of the catalogue with how the customers entitled to it take to it. */
export function featureRow(
  { entry, entryId, effectiveOn, by }: Entry,
  {
    of: { rows, standing },
    nameOf,
    beside,
  }: {
    of: ReturnType<typeof entitledTo>;
    nameOf: (by: string | null) => string | null;
    beside: LossBeside | null;
  },
) {
  const { within, states, using } = standing;
  const [tried, adopted] = [new Set(within.tried), new Set(within.adopted)];
  const adopters: HealthOfAccount[] = [];
  const others: HealthOfAccount[] = [];
  const bySegment = new Map<string | null, ReturnType<typeof noneOf>>();
  let [arr, arrAdopted] = [0n, 0n];
  for (const row of rows) {
    const id = row.accountId;
    const state = states.get(id);
    (state === "adopted" || state === "lapsed" ? adopters : others).push(row);
    const own = bySegment.get(row.segment) ?? noneOf(row.segment);
    bySegment.set(row.segment, own);
    own.eligible += 1;
    if (using.has(id)) own.using += 1;
    if (tried.has(id)) own.tried += 1;
    if (adopted.has(id)) own.adopted += 1;
    arr += row.arr;
    if (adopted.has(id)) arrAdopted += row.arr;
  }
  const segments = [...bySegment.values()].map((own) => ({
    ...own,
    tried: standing.tried.value === null ? null : own.tried,
    adopted: standing.adopted.value === null ? null : own.adopted,
  }));
  return {
    entryId,
    since: effectiveOn,
    byName: nameOf(by),
    entry,
    agreement: agreementOf(entry),
    takenUp: isTakenUp(entry),
    eligible: { accounts: rows.length, arr },
    states: countStates(states),
    using: using.size,
    tried: { share: perCent(standing.tried), accounts: tried.size },
    adopted: {
      share: perCent(standing.adopted),
      accounts: adopted.size,
      arr: arrAdopted,
    },
    daysToFirstUse: standing.time && {
      median: standing.time.medianDays,
      used: standing.time.used,
      notYet: standing.time.notYet,
    },
    usesAWeek: standing.depth,
    weeks: standing.weeks,
    health: { adopters: meanHealth(adopters), others: meanHealth(others) },
    losses: beside && {
      accounts: beside.accounts,
      arr: beside.lost,
      ofOthers: beside.ofOthers,
      share: perCent(beside.share),
    },
    segments,
  };
}

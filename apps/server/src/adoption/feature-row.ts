import { agreementOf, type FeatureStanding, isTakenUp, type LossBeside } from "@termwise/core/usage";
import { entitledTo, type FeatureWorld, meanHealth } from "./feature-world.ts";
import { perCent } from "./figures.ts";

type Entry = FeatureWorld["catalogue"][number];

/** How many accounts stand where with a feature. */
export const countStates = (states: FeatureStanding["states"]) => {
  const of = { eligible: 0, trying: 0, adopted: 0, lapsed: 0 };
  for (const state of states.values()) if (state !== "not_eligible") of[state] += 1;
  return of;
};

/** A feature of the catalogue with how the customers entitled to it take to it. */
export function featureRow(
  world: FeatureWorld,
  { entry, entryId, effectiveOn, by }: Entry,
  { nameOf, beside }: { nameOf: (by: string | null) => string | null; beside: LossBeside | null },
) {
  const { rows, standing } = entitledTo(world, entry);
  const { within, states, using } = standing;
  const [tried, adopted] = [new Set(within.tried), new Set(within.adopted)];
  const hasAdopted = (id: (typeof rows)[number]["accountId"]) => {
    const state = states.get(id);
    return state === "adopted" || state === "lapsed";
  };
  const [adopters, others] = [
    rows.filter((row) => hasAdopted(row.accountId)),
    rows.filter((row) => !hasAdopted(row.accountId)),
  ];
  const arrOf = (of: typeof rows) => of.reduce((sum, { arr }) => sum + arr, 0n);
  const segments = [...new Set(rows.map(({ segment }) => segment))].map((segment) => {
    const own = rows.filter((row) => row.segment === segment);
    const count = (of: { has(id: (typeof own)[number]["accountId"]): boolean }) =>
      own.filter(({ accountId }) => of.has(accountId)).length;
    return {
      segment,
      eligible: own.length,
      using: count(using),
      tried: standing.tried.value === null ? null : count(tried),
      adopted: standing.adopted.value === null ? null : count(adopted),
    };
  });
  return {
    entryId,
    since: effectiveOn,
    byName: nameOf(by),
    entry,
    agreement: agreementOf(entry),
    takenUp: isTakenUp(entry),
    eligible: { accounts: rows.length, arr: arrOf(rows) },
    states: countStates(states),
    using: using.size,
    tried: { share: perCent(standing.tried), accounts: tried.size },
    adopted: {
      share: perCent(standing.adopted),
      accounts: adopted.size,
      arr: arrOf(rows.filter(({ accountId }) => adopted.has(accountId))),
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

import { entriesOf, type UsageFact } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, epochDay } from "@termwise/core/kernel";
import { licensedSeats, readingsUpTo } from "@termwise/core/lifecycle";
import { type FeatureState, featureCourse } from "@termwise/core/usage";
import { tenthsOf } from "../health/scored.ts";
import type { entitledTo, FeatureWorld } from "./feature-world.ts";
import { daysFigure, type FigureOf, shareFigure } from "./figures.ts";

type Entry = FeatureWorld["catalogue"][number];
type Standing = ReturnType<typeof entitledTo>["standing"];

/** The shares of a feature as figures, and how soon it was used. */
export function featureFigures(world: FeatureWorld, { entry }: Pick<Entry, "entry">, standing: Standing) {
  const { adoption } = world.choices;
  const { activeUse, gaOn } = entry;
  const policy = {
    featureAdoptionDays: adoption.featureAdoptionDays,
    ...(activeUse && { featureUsesAWeek: activeUse.usesAWeek, featureWeeks: activeUse.weeks }),
  };
  const window = `within ${adoption.featureAdoptionDays} days of ${gaOn ?? "its release"}, or of becoming a customer after it`;
  const agreed = activeUse
    ? `${activeUse.usesAWeek} or more a week in ${activeUse.weeks} weeks running, as agreed on ${activeUse.agreedOn}`
    : "as agreed";
  const of = (policyText: string): FigureOf => ({
    on: world.on,
    freshAt: world.books.known.freshAt,
    policy,
    policyText,
  });
  const eligible = standing.states.size;
  const { tried, adopted } = standing.within;
  return {
    tried: shareFigure(
      "feature-adoption-rate",
      standing.tried,
      [tried.length, eligible],
      of(`Tried: used once or more ${window}; a login is no use`),
    ),
    adopted: shareFigure(
      "feature-adoption-rate",
      standing.adopted,
      [adopted.length, eligible],
      of(`Adopted: used ${agreed}, ${window}`),
    ),
    time: standing.time
      ? daysFigure(
          "time-to-adoption",
          standing.time.medianDays,
          standing.time.used,
          of(
            `From ${gaOn}, or the day an account came after it, to its first use; the middle of those that used it`,
          ),
        )
      : null,
  };
}

const lately = 28;

/** Every customer with where it stands with a feature, the largest first; who is not entitled to it comes last. */
export function featureAccountRows(world: FeatureWorld, { entry }: Pick<Entry, "entry">, standing: Standing) {
  const [tried, adopted] = [new Set(standing.within.tried), new Set(standing.within.adopted)];
  const since = addDays(world.on, -lately);
  const uses = new Map<AccountId, { uses: number; users: number | null }>();
  const isLate = ({ activity, effectiveOn }: Pick<UsageFact, "activity" | "effectiveOn">) =>
    activity === "use" && effectiveOn > since && effectiveOn <= world.on;
  const count = (accountId: AccountId, { users, uses: more }: { users: number | null; uses: number }) => {
    const held = uses.get(accountId) ?? { uses: 0, users: null };
    const most = users === null ? held.users : Math.max(held.users ?? 0, users);
    uses.set(accountId, { uses: held.uses + more, users: most });
  };
  // A longer reading has days in it that a shorter one told of already.
  for (const reading of world.usageOf(entry.feature).filter(isLate))
    count(reading.accountId, { users: reading.users, uses: reading.days <= 7 ? (reading.uses ?? 0) : 0 });
  // Days do not say how many people a week had; its reading does.
  for (const { record } of world.cases)
    for (const { feature, users, ...reading } of record.usage)
      if (feature === entry.feature && !reading.withdrawn && isLate(reading))
        count(record.accountId, { users, uses: 0 });
  const recordOf = new Map(world.cases.map(({ record }) => [record.accountId, record]));
  const seatsOf = (id: AccountId): number | null => {
    const record = recordOf.get(id);
    const at = epochDay(world.on);
    return record ? licensedSeats(record, readingsUpTo(record.usage, at), at) : null;
  };
  return world.rows
    .map(({ accountId, name, segment, csm, arr, score, low, high, band, renewalOn }) => {
      const state: FeatureState = standing.states.get(accountId) ?? "not_eligible";
      return {
        accountId,
        name,
        segment,
        csm,
        arr,
        health: { score, low, high, band },
        renewalOn,
        state,
        tried: tried.has(accountId),
        adopted: adopted.has(accountId),
        daysToFirstUse: standing.firstUse.get(accountId) ?? null,
        usesLately: uses.get(accountId)?.uses ?? 0,
        usersLately: uses.get(accountId)?.users ?? null,
        seats: seatsOf(accountId),
      };
    })
    .sort((a, b) => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1));
}

/** How many accounts are behind each figure of a feature, counted row by row over all of them, however few an answer lists. */
export function countBehind(rows: ReturnType<typeof featureAccountRows>) {
  const entitled = rows.filter(({ state }) => state !== "not_eligible");
  return {
    entitled: entitled.length,
    tried: entitled.filter((row) => row.tried).length,
    adopted: entitled.filter((row) => row.adopted).length,
    time: entitled.filter((row) => row.daysToFirstUse !== null).length,
  };
}

/** Week by week how many use a feature and had adopted it, beside the mean health of those that stand as adopters today and of the others. */
export function courseWithHealth(
  world: FeatureWorld,
  { entry }: Pick<Entry, "entry">,
  of: ReturnType<typeof entitledTo>,
) {
  const { asked, standing } = of;
  const { ends } = world.scores;
  const course = featureCourse(entry, asked, ends, world.choices.adoption);
  const [adopters, others] = [ends.map(noScores), ends.map(noScores)];
  const own = new Int32Array(2 * ends.length);
  for (const { account } of world.cases) {
    const state = standing.states.get(account.accountId);
    if (state === undefined) continue;
    const side = state === "adopted" || state === "lapsed" ? adopters : others;
    world.scores.read(account.accountId, own);
    for (const [at, sum] of side.entries()) {
      const [low, high] = [own[2 * at]!, own[2 * at + 1]!];
      if (low < 0 || low !== high) continue;
      sum.accounts += 1;
      sum.tenths += tenthsOf(low);
    }
  }
  return course.map(({ end, using, adopted }, at) => ({
    end,
    using,
    adopted,
    adopters: meanOf(adopters[at]!),
    others: meanOf(others[at]!),
  }));
}

/** Scores that are known whole, added up as they are told, in tenths of a point. */
const noScores = () => ({ accounts: 0, tenths: 0 });

const meanOf = ({ accounts, tenths }: ReturnType<typeof noScores>) => ({
  score: accounts === 0 ? null : (tenths / 10 / accounts).toFixed(1),
  accounts,
});

/** Which customers a feature is core for, by the adoption rules in force on a day: of each segment (null: any other) its latest. */
export function coreFor(rules: FeatureWorld["rules"], feature: string, on: Day) {
  const latest = new Map<string | null, { cadence: string; idleDays: number; seatShare: number } | null>();
  for (const { entry, effectiveOn, withdrawn } of entriesOf(rules.journal, "adoption_rule")) {
    if (withdrawn !== null || effectiveOn > on) continue;
    const own = entry.coreFeatures.find((one) => one.feature === feature);
    latest.set(
      entry.segment,
      own ? { cadence: own.cadence, idleDays: entry.idleDays, seatShare: entry.seatShare } : null,
    );
  }
  return [...latest].flatMap(([segment, rule]) => (rule ? [{ segment, ...rule }] : []));
}

/** Every version of a feature in the catalogue, the newest first. */
export function versionsOf(
  rules: FeatureWorld["rules"],
  feature: string,
  nameOf: (by: string | null) => string | null,
) {
  return entriesOf(rules.journal, "feature")
    .filter(({ entry, withdrawn }) => entry.feature === feature && withdrawn === null)
    .map(({ entryId, effectiveOn, by, entry }) => ({
      entryId,
      since: effectiveOn,
      byName: nameOf(by),
      entry,
    }))
    .reverse();
}

import { entriesOf, type UsageFact } from "@termwise/core/facts";
import { addDays, type Day, epochDay } from "@termwise/core/kernel";
import { licensedSeats, readingsUpTo } from "@termwise/core/lifecycle";
import type { CustomerRecord } from "@termwise/core/people";
import { type FeatureState, featureCourse } from "@termwise/core/usage";
import { eachInTurns } from "../breath.ts";
import { customerRecords } from "../derive/customer-records.ts";
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

/** How much a customer used a feature in the last four weeks, and by how many people at most in a week. */
function usedLately({ on, usageBy }: FeatureWorld, feature: string, record: CustomerRecord) {
  const since = addDays(on, -lately);
  const isLate = (reading: Pick<UsageFact, "feature" | "activity" | "effectiveOn">) =>
    reading.feature === feature &&
    reading.activity === "use" &&
    reading.effectiveOn > since &&
    reading.effectiveOn <= on;
  const told = usageBy(record).filter(isLate);
  // A longer reading has days in it that a shorter one told of already.
  const uses = told.reduce((sum, { days, uses }) => sum + (days <= 7 ? (uses ?? 0) : 0), 0);
  // Days do not say how many people a week had; its reading does.
  const weeks = record.usage.filter((reading) => !reading.withdrawn && isLate(reading));
  const users = [...told, ...weeks].flatMap((reading) => reading.users ?? []);
  return { usesLately: uses, usersLately: users.length === 0 ? null : Math.max(...users) };
}

/** Customers, as they are listed, with where each stands with a feature; who is not entitled to it is `not_eligible`. */
export function featureAccountRows(
  world: FeatureWorld,
  { entry }: Pick<Entry, "entry">,
  standing: Standing,
  listed: FeatureWorld["rows"],
) {
  const [tried, adopted] = [new Set(standing.within.tried), new Set(standing.within.adopted)];
  const { records } = customerRecords(world.books);
  const at = epochDay(world.on);
  return listed.map(({ accountId, name, segment, csm, arr, score, low, high, band, renewalOn }) => {
    const state: FeatureState = standing.states.get(accountId) ?? "not_eligible";
    const record = records.get(accountId);
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
      ...(record ? usedLately(world, entry.feature, record) : { usesLately: 0, usersLately: null }),
      seats: record ? licensedSeats(record, readingsUpTo(record.usage, at), at) : null,
    };
  });
}

/** How many accounts are behind each figure of a feature, of all of them, however few an answer lists. */
export const countBehind = ({ states, within, firstUse }: Standing) => ({
  entitled: states.size,
  tried: within.tried.length,
  adopted: within.adopted.length,
  time: firstUse.size,
});

/** Week by week how many use a feature and had adopted it, beside the mean health of those that stand as adopters today and of the others. */
export async function courseWithHealth(
  world: FeatureWorld,
  { entry }: Pick<Entry, "entry">,
  of: ReturnType<typeof entitledTo>,
) {
  const { eligible, uses, standing } = of;
  const { ends } = uses;
  const course = featureCourse(entry, eligible, uses);
  const [adopters, others] = [ends.map(noScores), ends.map(noScores)];
  const own = new Int32Array(2 * ends.length);
  await eachInTurns(world.cases, ({ account }) => {
    const state = standing.states.get(account.accountId);
    if (state === undefined) return;
    const side = state === "adopted" || state === "lapsed" ? adopters : others;
    world.scores.read(account.accountId, own);
    for (let at = 0; at < side.length; at++) {
      const [low, high] = [own[2 * at]!, own[2 * at + 1]!];
      if (low < 0 || low !== high) continue;
      side[at]!.accounts += 1;
      side[at]!.tenths += tenthsOf(low);
    }
  });
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

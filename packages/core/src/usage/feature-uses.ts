import { type AdoptionPolicy, houseAdoptionPolicy, isWork, uptakeOf } from "../adoption/index.ts";
import type { UsageFact } from "../facts/index.ts";
import { type AccountId, addDays, type Day, epochDay } from "../kernel/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import { depthOf, weeksIn, weeksShown } from "./feature-weeks.ts";

/**
 * What every figure of a feature asks of an account, one number each: the day from which it could use it, the days it
 * first used and adopted it, the weeks of both kinds in which it used it as bits, and twice its depth.
 */
const places = { from: 0, firstOn: 1, adoptedOn: 2, weeks: 3, course: 4, depth: 5 } as const;
const width = Object.keys(places).length;
type Part = keyof typeof places;

/** What stands where nothing is known; no day and no count is as small. */
const none = -0x8000_0000;
/** As many weeks as one number has bits for. */
const mostWeeks = 30;

/** How accounts use a feature, told once for everything that is asked of it. Days are numbers since 1970. */
export interface FeatureUses {
  readonly on: Day;
  /** The weeks of its course, by their last days. */
  readonly ends: readonly Day[];
  /** Where the numbers of an account are; undefined: it has none. */
  rowOf(id: AccountId): number | undefined;
  /** A number of the account of a row; null where there is none. */
  read(row: number | undefined, part: Part): number | null;
}

/** Whose use is told, up to which day, and over which weeks the course of a feature is. */
interface Asked {
  readonly accounts: readonly AccountId[];
  readonly on: Day;
  readonly ends?: readonly Day[];
}

/** Adds the use of features up, account by account: each is gone through once, whatever is asked of it then. */
export function usesOfFeatures(
  features: readonly Feature[],
  { accounts, on, ends = [] }: Asked,
  policy: AdoptionPolicy = houseAdoptionPolicy,
) {
  if (ends.length > mostWeeks) throw new RangeError(`A course has ${mostWeeks} weeks at most`);
  const rows = new Map(accounts.map((id, row) => [id, width * row]));
  const lately = Array.from({ length: weeksShown }, (_, at) => addDays(on, -7 * (weeksShown - 1 - at)));
  const weeks = { lately: lately.map(epochDay), course: ends.map(epochDay) };
  const columns = new Map(
    features.map((feature) => [
      feature.feature,
      { ...askedOf(feature, policy), numbers: new Int32Array(width * accounts.length).fill(none) },
    ]),
  );
  return {
    /** The use of an account that became a customer on a day. */
    add(id: AccountId, usage: readonly UsageFact[], cameOn: Day | null): void {
      const row = rows.get(id);
      if (row === undefined) return;
      const came = cameOn === null ? none : epochDay(cameOn);
      const work = workByFeature(usage);
      for (const [feature, { gaOn, agreed, numbers }] of columns) {
        const from = gaOn === null ? null : Math.max(gaOn, came);
        if (from !== null) numbers[row + places.from] = from;
        const own = work.get(feature);
        if (!own) continue;
        const past = own.filter(({ effectiveOn }) => effectiveOn <= on);
        const taken = gaOn === null || from === null ? null : uptakeOf(own, { gaOn, from }, agreed);
        numbers[row + places.firstOn] = taken?.firstOn ?? none;
        numbers[row + places.adoptedOn] = taken?.adoptedOn ?? none;
        numbers[row + places.weeks] = weeksIn(past, weeks.lately);
        numbers[row + places.course] = weeksIn(own, weeks.course);
        const depth = depthOf(past);
        numbers[row + places.depth] = depth === null ? none : 2 * depth;
      }
    },
    /** How the accounts use one of the features; undefined: it is none of them. */
    of(feature: string): FeatureUses | undefined {
      const numbers = columns.get(feature)?.numbers;
      return (
        numbers && {
          on,
          ends,
          rowOf: (id) => rows.get(id),
          read(row, part) {
            const number = row === undefined ? none : numbers[row + places[part]]!;
            return number === none ? null : number;
          },
        }
      );
    },
  };
}

function askedOf({ gaOn, activeUse }: Feature, policy: AdoptionPolicy) {
  const asAgreed = activeUse && { featureUsesAWeek: activeUse.usesAWeek, featureWeeks: activeUse.weeks };
  return { gaOn: gaOn === null ? null : epochDay(gaOn), agreed: { ...policy, ...asAgreed } };
}

function workByFeature(usage: readonly UsageFact[]): ReadonlyMap<string, readonly UsageFact[]> {
  const work = new Map<string, UsageFact[]>();
  for (const reading of usage) {
    if (reading.feature === null || !isWork(reading)) continue;
    const own = work.get(reading.feature);
    if (own) own.push(reading);
    else work.set(reading.feature, [reading]);
  }
  return work;
}

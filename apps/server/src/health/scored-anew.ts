import {
  accountHealth,
  type HealthModel,
  type HealthPolicy,
  modelPolicy,
  modelVersions,
} from "@termwise/core/health";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { loadUseDays } from "@termwise/db";
import { breath, eachInTurns } from "../breath.ts";
import type { Termwise } from "../termwise.ts";
import { useInParts } from "./daily-use.ts";
import { heldReadings } from "./held-readings.ts";
import { isCustomerOn } from "./measure.ts";
import { type BookScores, rangeOf, type ScoredWeek } from "./scored.ts";
import { type HealthWorld, healthWorld } from "./world.ts";

/** For how many accounts records are read again while somebody waits; what was read before is weighed for any number. */
const mostRead = 2_000;
/** How many days of use before a week are read for it. */
const useBefore = 90;

interface Asked {
  /** Null: for each customer the one in force. */
  readonly model: HealthModel | null;
  readonly records: readonly CustomerRecord[];
  readonly measured: BookScores;
  readonly world: HealthWorld;
}

/**
 * The weeks of some customers as a model would have scored them. What was measured is weighed anew from the readings that
 * are stored with it. Records are read again only where these do not tell: of weeks that were not measured, of components
 * that were not read, of a model that carries readings for more or fewer days; `refused` says so where that takes too long.
 */
export async function scoredAnew(termwise: Termwise, asked: Asked) {
  const { model, records, measured, world } = asked;
  const today = termwise.today();
  const ids = records.map(({ accountId }) => accountId);
  const { columns, rowOf, left } = await heldReadings(termwise, ids, measured);
  const scored = new Map<AccountId, ScoredWeek[]>();
  if (left > 0) {
    const refused = `The measurements of ${left} more accounts are still being read for the first time. Try again in some seconds`;
    return { scored, refused };
  }
  const weighed = new Map<HealthModel, ReturnType<typeof columns.weigh>>();
  const weigh = (of: HealthModel) => {
    const known = weighed.get(of) ?? columns.weigh(of);
    weighed.set(of, known);
    return known;
  };
  const versions = modelVersions(world.house, "9999-12-31" as Day);
  const policies = new Map<string, HealthPolicy | null>();
  /** The choices something was measured by; null: not known any more. */
  const measuredBy = (of: { model: string; version: number; week: Day }): HealthPolicy | null => {
    const key = `${of.model} ${of.version} ${of.week}`;
    const known = policies.get(key);
    if (known !== undefined) return known;
    const found = versions.findLast(
      ({ model: one, version }) => one.id === of.model && version === of.version,
    );
    const policy = found ? modelPolicy(world.policyOn(of.week), found.model) : null;
    policies.set(key, policy);
    return policy;
  };
  const carried = new Map<HealthModel, number>();
  const carriedBy = (of: HealthModel): number => {
    const known = carried.get(of) ?? world.policyUnder(of, today).carriedDays;
    carried.set(of, known);
    return known;
  };
  /** A week weighed anew; undefined where the stored readings do not tell. */
  const weighedWeek = (id: AccountId, week: ScoredWeek, used: HealthModel): ScoredWeek | undefined => {
    const found = rowOf(id, week);
    if (!found || found.row === null || measuredBy(found)?.carriedDays !== carriedBy(used)) return undefined;
    const { low, high } = weigh(used);
    const [least, most] = [low[found.row]!, high[found.row]!];
    return least < 0 ? undefined : { week: week.week, score: rangeOf(least, most) };
  };
  const toRead: CustomerRecord[] = [];
  await eachInTurns(records, (record) => {
    const used = model ?? world.modelOf(record, today).model;
    const own = measured
      .weeksOf(record.accountId)
      .map((scored): ScoredWeek | undefined =>
        isCustomerOn(record, scored.week)
          ? weighedWeek(record.accountId, scored, used)
          : { week: scored.week, score: null },
      );
    if (own.every((week) => week !== undefined)) scored.set(record.accountId, own);
    else toRead.push(record);
  });
  if (toRead.length > mostRead) {
    const refused = `The records of ${toRead.length} accounts would have to be read again: it reads components, or carries readings for days, that their measurements do not tell of. That is done for at most ${mostRead} accounts while somebody waits. Choose a segment`;
    return { scored, refused };
  }
  for (const [id, weeks] of await readAnew(termwise, { ...asked, records: toRead })) scored.set(id, weeks);
  return { scored, refused: null };
}

/** The weeks of customers scored from their records, as they are known now. */
async function readAnew(termwise: Termwise, { model, records, measured: { ends } }: Asked) {
  const scored = new Map<AccountId, ScoredWeek[]>();
  const [first, last] = [ends[0], ends.at(-1)];
  if (records.length === 0 || first === undefined || last === undefined) return scored;
  const today = termwise.today();
  const books = await termwise.books();
  const days = { from: addDays(first, -useBefore), to: last };
  const told = await termwise.read((tx) => loadUseDays(tx, days));
  for await (const { daily, customers } of useInParts(termwise, records, days)) {
    const world = healthWorld(books, daily, told);
    for (const record of customers) {
      const used = model ?? world.modelOf(record, today).model;
      const weeks = ends.map((week): ScoredWeek => {
        if (!isCustomerOn(record, week)) return { week, score: null };
        const { low, high } = accountHealth(world.caseOn(record, week), used, world.policyOn(today));
        return { week, score: { low, high } };
      });
      scored.set(record.accountId, weeks);
      await breath();
    }
  }
  return scored;
}

import { icpFitOn } from "@termwise/core/coverage";
import { entriesOf, type JournalFact } from "@termwise/core/facts";
import {
  type AccountUseReading,
  type HealthCase,
  type HealthModel,
  HealthPolicy,
  type ModelVersion,
  modelInForce,
  modelPolicy,
  type ToldFrom,
  useSeries,
} from "@termwise/core/health";
import { type AccountId, type Day, epochDay } from "@termwise/core/kernel";
import { licensedSeats, readingsUpTo } from "@termwise/core/lifecycle";
import { attributeOn, type CustomerRecord } from "@termwise/core/people";
import { agreedChoices } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";

/** What health is read from, over a whole workspace: records, use, rules and models, as they are known now. */
export interface HealthWorld {
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly ofAccount: (id: AccountId) => AccountId;
  /** What is on record of the workspace itself: models, rules. */
  readonly house: readonly JournalFact[];
  seriesOf(record: CustomerRecord): readonly AccountUseReading[];
  toldOn(on: Day): ToldFrom;
  caseOn(record: CustomerRecord, on: Day): HealthCase;
  modelOf(record: CustomerRecord, on: Day): ModelVersion;
  /** The model that scores accounts of a segment; null: those of segments without one of their own. */
  modelFor(segment: string | null, on: Day): ModelVersion;
  policyOn(on: Day): HealthPolicy;
  /** The choices of the model that scores an account: its own rules, else those the teams agreed on. */
  policyOf(record: CustomerRecord, on: Day): HealthPolicy;
  /** The choices that would hold if a model scored. */
  policyUnder(model: HealthModel, on: Day): HealthPolicy;
}

/** What events add up to, by account record and day. */
export interface DailyUse {
  of(accountId: AccountId): readonly AccountUseReading[];
}

/** Where use is not asked about. */
export const noUse: DailyUse = { of: () => [] };

/** What holds for all customers alike, found once for each state of the facts. */
interface Common {
  readonly house: readonly JournalFact[];
  readonly ticketsSince: Day | null;
  readonly touchesSince: Day | null;
  readonly policies: Map<Day, HealthPolicy>;
  /** By day and segment. */
  readonly models: Map<Day, Map<string | null, ModelVersion>>;
}

const commons = new WeakMap<Books, Common>();

function commonOf(books: Books): Common {
  const known = commons.get(books);
  if (known) return known;
  const { house } = customerRecords(books);
  const made = {
    house,
    ticketsSince: firstOf(books, "support_ticket"),
    touchesSince: firstOf(books, "touchpoint"),
    policies: new Map(),
    models: new Map(),
  };
  commons.set(books, made);
  return made;
}

/**
 * The world health is read from. `daily`: what events add up to, of the account records that are asked about; `told`: the
 * days on which anybody's events told of use.
 */
export function healthWorld(books: Books, daily: DailyUse = noUse, told: readonly Day[] = []): HealthWorld {
  const { records, rules, ofAccount, partsOf } = customerRecords(books);
  const { house, ticketsSince, touchesSince, policies, models } = commonOf(books);
  const useDays = daysOfUse(rules.readings?.days ?? [], told);
  // One customer is looked at after the other, each for many days.
  let last: { readonly record: CustomerRecord; readonly series: readonly AccountUseReading[] } | null = null;
  const seriesOf = (record: CustomerRecord) => {
    if (last?.record === record) return last.series;
    const [id, ...others] = partsOf(record.accountId);
    const own = id === undefined ? [] : daily.of(id);
    const days = others.length === 0 ? own : [...own, ...others.flatMap((other) => daily.of(other))];
    const series = useSeries(record.usage, days);
    last = { record, series };
    return series;
  };
  const toldOn = (on: Day): ToldFrom => ({ useUntil: lastUpTo(useDays, on), ticketsSince, touchesSince });
  const policyOn = (on: Day) => {
    const known = policies.get(on) ?? agreedChoices(HealthPolicy, books, on);
    policies.set(on, known);
    return known;
  };
  const modelFor = (segment: string | null, on: Day) => {
    const ofDay = models.get(on) ?? new Map<string | null, ModelVersion>();
    const known = ofDay.get(segment) ?? modelInForce(house, segment, on);
    models.set(on, ofDay.set(segment, known));
    return known;
  };
  const modelOf = (record: CustomerRecord, on: Day) => modelFor(attributeOn(record, "segment", on), on);
  const seats = (record: CustomerRecord, on: Day) => {
    const at = epochDay(on);
    return licensedSeats(record, readingsUpTo(record.usage, at), at);
  };
  return {
    records,
    ofAccount,
    house,
    seriesOf,
    toldOn,
    caseOn: (record, on) => ({
      record,
      series: seriesOf(record),
      seats: seats(record, on),
      // Asked for by models with sales context alone.
      get icpFit() {
        const arr = accountsOnDay(books, on).get(record.accountId)?.arr ?? 0n;
        return icpFitOn(record, rules, { on, arr })?.fit ?? null;
      },
      told: toldOn(on),
      on,
    }),
    modelFor,
    modelOf,
    policyOn,
    policyUnder: (model, on) => modelPolicy(policyOn(on), model),
    policyOf: (record, on) => modelPolicy(policyOn(on), modelOf(record, on).model),
  };
}

/** The choices of health that hold on a day for accounts of each segment: those of the model that scores them. */
export function segmentPolicies(books: Books, on: Day): (segment: string | null) => HealthPolicy {
  const policyFor = policiesByDay(books);
  return (segment) => policyFor(segment, on);
}

/** The choices of health by segment and day. */
export function policiesByDay(books: Books): (segment: string | null, on: Day) => HealthPolicy {
  const { modelFor, policyUnder } = healthWorld(books);
  return (segment, on) => policyUnder(modelFor(segment, on).model, on);
}

const daysOfUse = (readings: readonly Day[], told: Iterable<Day>): Day[] =>
  [...new Set([...readings, ...told])].sort();

function lastUpTo(days: readonly Day[], on: Day): Day | null {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= on) low = middle + 1;
    else high = middle;
  }
  return days[low - 1] ?? null;
}

function firstOf(books: Books, kind: "support_ticket" | "touchpoint"): Day | null {
  return entriesOf(books.known.now.journal, kind).reduce<Day | null>(
    (first, { effectiveOn }) => (first === null || effectiveOn < first ? effectiveOn : first),
    null,
  );
}

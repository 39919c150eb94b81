import type { Currency, Day } from "@termwise/core/kernel";
import { addDays } from "@termwise/core/kernel";
import { type ContractBook, contractBook, latestOf, restate } from "./contract-book.ts";
import { growth } from "./growth.ts";
import type { Contract, Holding } from "./holding.ts";
import { begin } from "./landing.ts";
import type { RampStep } from "./ramp.ts";
import { type Random, randomOf } from "./random.ts";
import { renew } from "./renewal.ts";
import { climateOf, type SegmentProfile } from "./segments.ts";
import type { Script } from "./stories.ts";
import type { Timeline } from "./timeline.ts";

/** Who sells to an account: new business, growth and renewals. */
export interface Sellers {
  readonly newBusiness: string;
  readonly growth: string;
}

/** A customer before its contracts: what decides how it will buy. */
export interface Customer {
  readonly number: string;
  readonly profile: SegmentProfile;
  readonly startMonth: number;
  readonly dayOfMonth: number;
  readonly landingUsd: number;
  readonly currency: Currency;
  readonly region: string;
  readonly sellers: Sellers;
  readonly script: Script | null;
}

/** A customer's contracts while they are being written. */
export interface Life {
  readonly customer: Customer;
  readonly book: ContractBook;
  readonly timeline: Timeline;
  readonly random: Random;
  contract: Contract;
  holdings: Holding[];
  steps: RampStep[];
}

/** Everything a customer ever signed, from its first contract to today. */
export function lifeOf(customer: Customer, timeline: Timeline, seed: number): ContractBook {
  const random = randomOf(seed, `account ${customer.number}`);
  const book = contractBook(customer.number, timeline, random);
  const life = begin({ customer, book, timeline, random }, customer.startMonth, customer.landingUsd);
  if (!life) return book;
  while (liveTerm(life)) {}
  return book;
}

/** Lives through one term and what follows it; false once today is reached or the customer is gone for good. */
function liveTerm(life: Life): boolean {
  const { contract, timeline, random, customer } = life;
  for (let k = 1; k < contract.months; k++) {
    const month = contract.month + k;
    const on = timeline.dayAt(month, contract.dayOfMonth + random.between(0, 12));
    const step = life.steps.find((next) => next.month === month);
    if (on > timeline.today) {
      const nearItsEnd = contract.cadence !== "monthly" && contract.months - k <= 2;
      if (!nearItsEnd) return false;
      break;
    }
    if (step) step.apply();
    else if (inForce(life, on)) growth(life, month, on);
    if (contract.cadence === "monthly" && leavesIn(life, month, 12))
      return leave(life, month + 1, addDays(timeline.dayAt(month + 1, contract.dayOfMonth), -1), on);
  }
  const month = contract.month + contract.months;
  const endsOn = addDays(timeline.dayAt(month, contract.dayOfMonth), -1);
  const perYear = contract.months === 3 ? 4 : 1;
  if (contract.cadence !== "monthly" && leavesIn(life, month, perYear)) {
    const early = random.chance(900) ? addDays(endsOn, -random.between(40, 120)) : endsOn;
    const last = canEnd(life, early) ? early : endsOn;
    return leave(life, month, last, addDays(last, -random.between(34, 80)));
  }
  return customer.script?.leaves !== month && renew(life, month, endsOn);
}

/** A contract renewed late has nothing to change before it starts. */
const inForce = ({ holdings }: Life, on: Day): boolean => holdings.every(({ head }) => head.startsOn < on);

/** Large customers leave seldom: percent of the segment's chance, by what is paid a year in whole major units. */
const bySize = [
  { above: 220_000, percent: 30 },
  { above: 110_000, percent: 60 },
  { above: 55_000, percent: 85 },
  { above: 0, percent: 100 },
] as const;

function leavesIn({ customer, contract, random, holdings }: Life, month: number, perYear: number): boolean {
  const { script, profile } = customer;
  if (script) return script.leaves === month;
  const paid = paidAYear(holdings) / 100;
  const size = bySize.find(({ above }) => paid >= above)?.percent ?? 100;
  const commitment = contract.months > 12 ? 150 : 100;
  const { losses } = climateOf(month);
  return random.chance(Math.floor((profile.leaves * losses * size * commitment) / (1_000_000 * perYear)));
}

/** Minor units a year of everything held. */
const paidAYear = (holdings: readonly Holding[]): number =>
  holdings.reduce((sum, { quantity, netCents }) => sum + quantity * netCents * 12, 0);

function canEnd({ contract, holdings }: Life, on: Day): boolean {
  return (
    !contract.inTotal &&
    contract.cadence !== "ramp" &&
    holdings.every(({ head, added }) => [head, ...added].every((line) => line.startsOn < on))
  );
}

/** Notice is given and the contract ends; some customers come back, few of them soon. */
function leave(life: Life, month: number, endsOn: Day, noticeOn: Day): boolean {
  const { book, random, timeline, customer } = life;
  if (noticeOn > timeline.today) return false;
  for (const holding of life.holdings)
    for (const line of [holding.head, ...holding.added]) {
      const before = latestOf(book, line);
      if (before.endsOn === null || before.endsOn >= noticeOn)
        restate(book, line, { endsOn, noticeOn, autoRenew: false }, noticeOn);
    }
  const script = customer.script;
  if (script && !script.returns) return false;
  if (!script && !random.chance(2_200)) return false;
  const soon = random.chance(4_000);
  const back = script?.returns ?? month + (soon ? random.between(1, 2) : random.between(4, 14));
  const size = Math.floor((paidAYear(life.holdings) * random.between(55, 95)) / 10_000);
  const again = begin({ customer, book, timeline, random }, back, size);
  if (!again) return false;
  Object.assign(life, again);
  return true;
}

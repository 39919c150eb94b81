import { type Compared, comparedOn } from "@termwise/core/divergence";
import type { Day } from "@termwise/core/kernel";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import { standingOf } from "../derive/standings.ts";

interface Kept {
  readonly rules: HouseRules;
  readonly days: Map<Day, Compared>;
}

/** As many days as a chart over two years asks for. */
const daysKept = 26;

/** What was asked of each customer: customers and rules that did not change are the same objects. */
const kept = new WeakMap<CustomerRecord, Kept>();

/** Compares one customer's claims with its evidence on a day, once for as long as nothing about it changes. */
export const compareOnce: typeof comparedOn = (record, rules, on, map) => {
  const held = kept.get(record);
  const days = held?.rules === rules ? held.days : new Map<Day, Compared>();
  if (days !== held?.days) kept.set(record, { rules, days });
  const known = days.get(on) ?? comparedOn(record, rules, on, map, standingOf);
  days.delete(on);
  days.set(on, known);
  const [oldest] = days.keys();
  if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
  return known;
};

import { type Compared, comparedOn, standingBack } from "@termwise/core/divergence";
import type { Day } from "@termwise/core/kernel";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import { standingOf } from "../derive/standings.ts";

interface Kept {
  readonly rules: HouseRules;
  readonly days: Map<Day, Compared>;
}

/** As many days as a chart over two years asks for. */
const daysKept = 26;

/** Remembers what was computed of each customer: customers and rules that did not change are the same objects. */
function remembered(compute: typeof comparedOn): typeof comparedOn {
  const kept = new WeakMap<CustomerRecord, Kept>();
  return (record, rules, on, map) => {
    const held = kept.get(record);
    const days = held?.rules === rules ? held.days : new Map<Day, Compared>();
    if (days !== held?.days) kept.set(record, { rules, days });
    const known = days.get(on) ?? compute(record, rules, on, map);
    days.delete(on);
    days.set(on, known);
    const [oldest] = days.keys();
    if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
    return known;
  };
}

/** Compares one customer's claims with its evidence on a day, once for as long as nothing about it changes. */
export const compareOnce = remembered((record, rules, on, map) =>
  comparedOn(record, rules, on, map, standingOf),
);

const back = new Map<Day, typeof comparedOn>();

/**
 * As {@link compareOnce} for the days of a series that ends on `last`: an earlier day is read off where the customer stands
 * on the last, which the board and the report of that day have found out already.
 */
export function compareBackFrom(last: Day): typeof comparedOn {
  const known =
    back.get(last) ??
    remembered((record, rules, on, map) =>
      on === last
        ? compareOnce(record, rules, on, map)
        : comparedOn(record, rules, on, map, (...asked) =>
            standingBack(standingOf(record, rules, last), ...asked),
          ),
    );
  back.set(last, known);
  const [oldest] = back.keys();
  if (back.size > 2 && oldest !== undefined) back.delete(oldest);
  return known;
}

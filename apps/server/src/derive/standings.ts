import type { AccountId, Day } from "@termwise/core/kernel";
import { type Standing, standingOn } from "@termwise/core/lifecycle";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import type { CustomerRecords } from "./customer-records.ts";

interface Kept {
  readonly rules: HouseRules;
  readonly on: Day;
  readonly standing: Standing;
}

/** The last standing asked for of each customer: customers and rules that did not change are the same objects. */
const kept = new WeakMap<CustomerRecord, Kept>();

/** Where a customer stands on a day, computed once for as long as nothing about it changes. */
export function standingOf(record: CustomerRecord, rules: HouseRules, on: Day): Standing {
  const held = kept.get(record);
  if (held && held.rules === rules && held.on === on) return held.standing;
  const standing = standingOn(record, rules, on);
  kept.set(record, { rules, on, standing });
  return standing;
}

/** Where every customer stands on a day. */
export function standingsOf({ records, rules }: CustomerRecords, on: Day): Map<AccountId, Standing> {
  return new Map([...records].map(([id, record]) => [id, standingOf(record, rules, on)]));
}

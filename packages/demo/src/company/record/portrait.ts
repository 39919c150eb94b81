import type { AccountAttribute, AttributeFact, ContractLine } from "@termwise/core/facts";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import { type Life, livesOn } from "@termwise/core/lifecycle";
import type { CustomerRecord } from "@termwise/core/people";
import type { Named } from "../customers.ts";
import type { ContactsOf } from "./contacts.ts";
import type { Course } from "./courses.ts";

/** One customer, with what decides what is put on record of it. */
export interface Portrait {
  readonly accountId: AccountId;
  readonly number: string;
  readonly name: string;
  readonly story: boolean;
  /** The segment it is in today. */
  readonly segment: string;
  readonly owners: Named["owners"];
  readonly record: CustomerRecord;
  /** Its lives up to today, each with the day it was won. */
  readonly lives: readonly (Life & { readonly wonOn: Day })[];
  readonly course: Course;
  readonly contacts: ContactsOf;
  /** The day of the present life on which onboarding is complete, if it is; it may be still to come. */
  readonly onboardedOn: Day;
}

/** What a customer's attribute was on a day, by its facts: the first value holds from the beginning. */
export function valueOn(
  attributes: readonly AttributeFact[],
  attribute: AccountAttribute,
  on: Day,
): string | null {
  const own = attributes.filter((fact) => fact.attribute === attribute && fact.effectiveOn <= on);
  return own.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1)?.value ?? null;
}

/** The lives of a customer that were won, on a day. */
export function wonLives(record: CustomerRecord, on: Day): (Life & { wonOn: Day })[] {
  return livesOn(record, on).flatMap((life) =>
    life.wonOn === null || life.wonOn > on ? [] : [{ ...life, wonOn: life.wonOn }],
  );
}

/** Seats of the main product in force on a day; where none is for a moment, the last number there was. */
export function seatsOn(lines: readonly ContractLine[], on: Day): number {
  const plans = lines.filter(
    ({ product, startsOn }) => product.startsWith("Fernhill Plan") && startsOn <= on,
  );
  const inForce = plans.filter(({ endsOn }) => endsOn === null || endsOn >= on);
  const latest = plans
    .map(({ endsOn }) => endsOn ?? on)
    .sort()
    .at(-1);
  const counted = inForce.length > 0 ? inForce : plans.filter(({ endsOn }) => endsOn === latest);
  return counted.reduce((sum, { quantity }) => sum + Math.trunc(Number(quantity)), 0);
}

/** The working day on a day or next before it: nobody meets on a weekend. */
export function workday(on: Day): Day {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(on, -2) : weekday === 6 ? addDays(on, -1) : on;
}

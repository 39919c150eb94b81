import type { FactSet } from "../src/facts/index.ts";
import type { Slice } from "../src/retention/index.ts";
import { numberOf } from "./day-numbers.ts";

/** The value an account's attribute has on a day: the first known one holds from the beginning. */
export function attributeOn(facts: FactSet, accountId: string, attribute: string, day: number): string {
  const known = facts.attributes
    .filter((a) => a.accountId === accountId && a.attribute === attribute)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  let value = known[0]?.value ?? "";
  for (const fact of known) if (numberOf(fact.effectiveOn) <= day) value = fact.value ?? "";
  return value;
}

/** Whether an account is in a slice on a day. */
export function inSlice(facts: FactSet, accountId: string, slice: Slice, day: number): boolean {
  return Object.entries(slice).every(
    ([dimension, values]) =>
      values === undefined || values.includes(attributeOn(facts, accountId, dimension, day)),
  );
}

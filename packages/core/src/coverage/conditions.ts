import type { AccountCondition } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord } from "../people/index.ts";

/** The day rules are applied on, and what the account is worth then, in minor units of the reporting currency. */
export interface Measured {
  readonly on: Day;
  readonly arr: bigint;
}

const whole = /^\d{1,9}$/;

/** Whether a condition holds for a customer on a day. A head count nobody knows is within no bounds. */
export function holds(condition: AccountCondition, record: CustomerRecord, { on, arr }: Measured): boolean {
  if ("attribute" in condition) {
    const value = attributeOn(record, condition.attribute, on);
    return value !== null && condition.in.includes(value);
  }
  const count = condition.measure === "arr" ? arr : employeesOn(record, on);
  if (count === null) return false;
  const { min, max } = condition;
  return (min === null || count >= BigInt(min)) && (max === null || count <= BigInt(max));
}

function employeesOn(record: CustomerRecord, on: Day): bigint | null {
  const text = attributeOn(record, "employees", on);
  return text !== null && whole.test(text) ? BigInt(text) : null;
}

import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import type { StoredUse } from "../index.ts";

/** All uses lie in the months before this day, in which packing begins. */
export const packedBefore = "2026-06-01" as Day;
const first = "2026-01-20" as Day;

/**
 * The uses of the nth step. A user of its own tells whether the step is there; others use what those of earlier steps did,
 * on the same days, so that packed months are taken apart and written anew; an account of its own is packed by this step.
 */
export function usesOf(n: number): readonly StoredUse[] {
  const use = (accountId: string, userId: string, days: number, uses: number): StoredUse => ({
    ...{ accountId: accountId as AccountId, userId, on: addDays(first, days), uses },
    ...{ feature: `Feature ${(n + days) % 3}`, activity: "use" },
  });
  const late = Array.from({ length: 12 }, (_, at) => use(`acc_${at % 4}`, `u${at % 5}`, (at * 7) % 60, n));
  const fresh = Array.from({ length: 60 }, (_, at) =>
    use(`acc_of_${n}`, `u${at % 7}`, at % 50, 1 + (at % 3)),
  );
  return [use(`acc_${n % 4}`, stepUser(n), n % 60, 1), ...late, ...fresh];
}

const stepUser = (n: number): string => `step ${n}`;

/** The step a user tells of; null: they are no step's own. */
export function stepOf(userId: string): number | null {
  const [, n] = /^step (\d+)$/.exec(userId) ?? [];
  return n === undefined ? null : Number(n);
}

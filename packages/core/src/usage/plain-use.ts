import { AccountId, addDays, day } from "../kernel/index.ts";
import type { DailyUse } from "./daily-use.ts";
import type { UseCase } from "./examples.ts";

/** The uses an example tells of. */
export function usesOf({ people }: UseCase): DailyUse[] {
  return people.flatMap(({ times = 1, account = "acc_example", began = "2026-06-01", did }, group) =>
    Array.from({ length: times }, (_, n) =>
      did.map(
        ([after, what, uses]): DailyUse => ({
          accountId: AccountId.parse(account),
          userId: `${group}.${n}`,
          feature: what === "login" ? null : what,
          activity: what === "login" ? "login" : "use",
          on: addDays(day(began), after),
          uses,
        }),
      ),
    ).flat(),
  );
}

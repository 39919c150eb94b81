import { UsageFact } from "../facts/index.ts";
import { AccountId, addDays, type Day, day } from "../kernel/index.ts";
import type { FeatureCase } from "./examples/cohorts.ts";
import type { FeatureUse } from "./feature-adoption.ts";

const gaOn: Day = day("2026-03-03");

/** The use of a feature that became generally available on 3 March 2026, as an example tells it. */
export function featureUseOf({ accounts }: FeatureCase): FeatureUse {
  const all = accounts.flatMap(({ times, uses = [], loginsOnly = false }, group) =>
    Array.from({ length: times }, (_, n) => ({
      accountId: AccountId.parse(`acc_${group}x${n}`),
      uses,
      loginsOnly,
    })),
  );
  return {
    feature: "Automated reports",
    gaOn,
    eligible: all.map(({ accountId }) => accountId),
    usage: all.flatMap(({ accountId, uses, loginsOnly }) =>
      uses.map(([after, count]) =>
        UsageFact.parse({
          kind: "usage",
          accountId,
          feature: "Automated reports",
          activity: loginsOnly ? "login" : "use",
          days: 7,
          users: null,
          uses: count,
          activeDays: null,
          seats: null,
          effectiveOn: addDays(gaOn, after),
          recordedAt: "2026-12-31T00:00:00Z",
          source: { system: "example", key: `${accountId} ${after}` },
        }),
      ),
    ),
  };
}

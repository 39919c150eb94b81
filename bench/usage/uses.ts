import type { AccountId, Day } from "@termwise/core/kernel";
import type { StoredUse } from "@termwise/db";
import { Chance } from "../ledger/chance.ts";

/** Uses of months of 28 days, account by account. */
export interface UsageShape {
  readonly name: string;
  readonly accounts: number;
  usesOf(account: number): StoredUse[];
}

const accountOf = (n: number) => `001A${String(1_000_000 + n)}` as AccountId;
const featureOf = (n: number) => `Feature ${n}`;
const dayOf = (n: number, month = 2) => `2026-0${month}-${String(n + 1).padStart(2, "0")}` as Day;
/** How often: mostly a few times, now and then dozens. */
const oftenOf = (chance: Chance) => 1 + (chance.below(10) === 0 ? chance.below(200) : chance.below(6));

/** Accounts that use 15 % of 50 features on a day, nobody named: the shape the goal was set for. */
export const byFeature: UsageShape = {
  name: "account × feature × day",
  accounts: 2_000,
  usesOf: (n) => {
    const chance = new Chance(n + 1);
    const of = { accountId: accountOf(n), userId: "", activity: "use" } as const;
    return Array.from({ length: 28 * 50 }, (_, at) => at)
      .filter(() => chance.below(100) < 15)
      .map((at) => ({
        ...of,
        feature: featureOf(at % 50),
        on: dayOf(Math.floor(at / 50)),
        uses: oftenOf(chance),
      }));
  },
};

/** Accounts with 20 users, each at home in six features and there on a third of the days, with a login on most of them. */
export const byUser: UsageShape = {
  name: "account × user × feature × day",
  accounts: 300,
  usesOf: (n) => {
    const chance = new Chance(n + 1);
    const accountId = accountOf(n);
    return Array.from(
      { length: 20 },
      (_, user) => `usr_${n}_${user}_${chance.below(1e9).toString(36)}`,
    ).flatMap((userId) => {
      const home = Array.from({ length: 6 }, () => featureOf(chance.below(50)));
      return Array.from({ length: 28 }, (_, day) => dayOf(day)).flatMap((on): StoredUse[] => {
        if (chance.below(3) > 0) return [];
        const uses = [...new Set(home)]
          .filter(() => chance.below(2) === 0)
          .map(
            (feature): StoredUse => ({
              accountId,
              userId,
              feature,
              activity: "use",
              on,
              uses: oftenOf(chance),
            }),
          );
        const login = { accountId, userId, feature: null, activity: "login", on, uses: 1 } as const;
        return chance.below(5) > 0 ? [login, ...uses] : uses;
      });
    });
  },
};

/** Half a year of small accounts: five users who are there on three days of a month, with a login and two features each. */
export const bySmallAccount: UsageShape = {
  name: "account × user × feature × day, small accounts, half a year",
  accounts: 800,
  usesOf: (n) => {
    const chance = new Chance(n + 1);
    const accountId = accountOf(n);
    const users = Array.from({ length: 5 }, (_, user) => ({
      userId: `usr_${n}_${user}`,
      home: [featureOf(chance.below(25)), featureOf(25 + chance.below(25))],
    }));
    return [1, 2, 3, 4, 5, 6].flatMap((month) =>
      users.flatMap(({ userId, home }) => {
        const days = new Set(Array.from({ length: 3 }, () => dayOf(chance.below(28), month)));
        return [...days].flatMap((on): StoredUse[] => [
          { accountId, userId, feature: null, activity: "login", on, uses: 1 },
          ...home.map(
            (feature): StoredUse => ({
              ...{ accountId, userId, feature, on },
              activity: "use",
              uses: oftenOf(chance),
            }),
          ),
        ]);
      }),
    );
  },
};

import { type AccountId, rational } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { withoutUnseen } from "./unseen-accounts.ts";

const account = (id: string, n: bigint) => ({
  accountId: id as AccountId,
  account: `Account ${id}`,
  before: { opening: 100n, closing: 90n },
  after: null,
  effect: rational(n, 100n),
  why: null,
});

it("accounts one does not see are told together, without names and amounts, and the effects still add up", () => {
  const step = {
    difference: "cohort" as const,
    before: rational(1n),
    after: rational(109n, 100n),
    effect: rational(9n, 100n),
    accounts: [account("acc_a", 5n), account("acc_b", 3n), account("acc_c", 1n)],
  };
  const made = { steps: [step] } as Parameters<typeof withoutUnseen>[0];
  const [told] = withoutUnseen(made, (id) => id === "acc_a").steps;
  expect(told?.accounts.map(({ account: name, effect }) => [name, effect])).toEqual([
    ["Account acc_a", rational(5n, 100n)],
    ["2 accounts that are not yours to see", rational(4n, 100n)],
  ]);
  expect(told?.accounts[1]).toMatchObject({ accountId: null, before: null, after: null });
  expect(told?.accountCount).toBe(3);
});

import { type AccountId, plus, zero } from "@termwise/core/kernel";
import type { payReconciliation } from "./pay-reconciliation.ts";

type Reconciliation = ReturnType<typeof payReconciliation>;
type Step = Reconciliation["steps"][number];

/**
 * A reconciliation as one reads it who does not see every account: those one does not see stand together in each step, with
 * what they do to it and without their names and amounts, so that the effects still add up.
 */
export function withoutUnseen(made: Reconciliation, sees: (account: AccountId) => boolean) {
  return { ...made, steps: made.steps.map((step) => told(step, sees)) };
}

function told({ accounts, ...step }: Step, sees: (account: AccountId) => boolean) {
  const unseen = accounts.filter(({ accountId }) => !sees(accountId));
  const together = {
    accountId: null,
    account: `${unseen.length} accounts that are not yours to see`,
    before: null,
    after: null,
    effect: unseen.reduce((sum, { effect }) => plus(sum, effect), zero),
    why: null,
  };
  return {
    ...step,
    accountCount: accounts.length,
    accounts: [
      ...accounts.filter(({ accountId }) => sees(accountId)),
      ...(unseen.length === 0
        ? []
        : [unseen.length === 1 ? { ...together, account: "An account that is not yours to see" } : together]),
    ],
  };
}

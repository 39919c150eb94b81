import { payException } from "@termwise/core/compensation";
import type { HeldStatement, PayState } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";
import { statementRow } from "./statement-view.ts";

const perYear = { month: 12n, quarter: 4n, year: 1n } as const;

/** What the page of a team says of a statement: with it why it is one to look at first, if it is. */
export function teamRow(state: PayState, held: HeldStatement) {
  const { statement } = contentOf(held);
  const { targetPay, plan } = statement.assignment;
  const target = targetPay === null ? null : BigInt(targetPay) / perYear[plan.period];
  return {
    ...statementRow(state, held),
    target: target === null ? null : String(target),
    exception: payException(statement, target),
  };
}

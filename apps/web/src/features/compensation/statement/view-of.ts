import type { Outputs } from "../../../lib/trpc.ts";
import type { ShownDispute } from "./dispute-thread.tsx";
import type { ShownLine } from "./lines-card.tsx";
import type { StatementView } from "./view.ts";

type Answer = Outputs["comp"]["statement"];

/** Lines of the server: `account` is its name there. */
const lineOf = <Line extends Answer["lines"][number]>({
  account,
  accountId,
  steps: _,
  clause: __,
  ...line
}: Line) => ({
  ...line,
  account: accountId,
  accountName: account,
});

/** The statement of the server as its page shows it. */
export function viewOf(answer: Answer): StatementView {
  const disputes = answer.disputes.map(
    (one): ShownDispute => ({
      disputeId: one.id,
      lineId: one.lineId,
      open: one.decision === null,
      said: [one, ...one.thread].map(({ byName, at, says }) => ({
        by: byName ?? "Somebody",
        at,
        text: says,
      })),
      resolution: one.decision && {
        by: one.decision.approver,
        at: one.decision.at,
        amount: one.decision.amount,
        reason: one.decision.reason,
      },
    }),
  );
  const disputed = (lineId: string): ShownLine["disputed"] => {
    const own = disputes.filter((one) => one.lineId === lineId);
    return own.length === 0 ? null : own.some(({ open }) => open) ? "open" : "resolved";
  };
  const stepOn = (step: string) => answer.steps.find((one) => one.step === step)?.at ?? null;
  return {
    number: answer.number,
    person: answer.person,
    own: answer.isOwn,
    period: answer.period,
    status: answer.status,
    plan: answer.plan,
    components: answer.components.map(({ component, name }) => ({ id: component, name })),
    currency: answer.currency,
    targetPay: answer.targetPay,
    total: answer.total,
    lines: answer.lines.map((line) => ({ ...lineOf(line), disputed: disputed(line.lineId) })),
    steps: Object.fromEntries(answer.lines.map(({ lineId, steps }) => [lineId, steps])),
    exposed: answer.exposed.map(({ account, ...one }) => ({ ...one, accountName: account })),
    openBefore: answer.open,
    carried: answer.carried,
    year: {
      text: answer.yearToDate.year,
      total: answer.yearToDate.total,
      before: answer.yearToDate.before,
    },
    changes: answer.diff && {
      added: answer.diff.added.map(lineOf),
      removed: answer.diff.removed.map(lineOf),
      changed: answer.diff.changed.map(({ before, after }) => ({
        before: lineOf(before),
        after: lineOf(after),
      })),
      total: answer.diff.total,
    },
    disputes,
    beside: answer.accounts,
    hash: answer.hash,
    publishedAt: stepOn("published"),
    paidAt: stepOn("paid"),
    acknowledged: answer.acknowledged,
  };
}

import { mayI } from "../../../lib/who.ts";
import { type StatementRow, useCompActions } from "../comp.ts";
import { DisputeForm } from "./dispute-form.tsx";
import { DisputeThread } from "./dispute-thread.tsx";
import type { ShownLine } from "./lines-card.tsx";
import { TracePanel } from "./trace-panel.tsx";
import type { StatementView } from "./view.ts";

interface Props {
  view: StatementView;
  line: ShownLine;
  /** Statements of the person: a line may go back to one of another. */
  rows: readonly StatementRow[];
}

/** How a line came about, and what was said of it where it is disputed. */
export function LinePanel({ view, line, rows }: Props) {
  const { dispute, answer, resolve } = useCompActions();
  const { currency, number } = view;
  const own = view.disputes.filter(({ lineId }) => lineId === line.lineId);
  const mayDispute =
    view.own &&
    mayI("comp.dispute") &&
    ["published", "disputed", "paid"].includes(view.status) &&
    own.every(({ open }) => !open);
  return (
    <TracePanel
      line={line}
      accountName={line.accountName}
      componentName={view.components.find(({ id }) => id === line.component)?.name ?? line.component}
      steps={view.steps[line.lineId] ?? []}
      currency={currency}
      statementOf={(lineId) => ({
        here: view.lines.some((one) => one.lineId === lineId),
        // A line is named after the period of the statement it stands on.
        number: rows.find(({ period }) => lineId.startsWith(`${period.text}/`))?.number ?? null,
      })}
    >
      {own.map((one) => (
        <DisputeThread
          key={one.disputeId}
          dispute={one}
          currency={currency}
          onAnswer={
            mayI("comp.answerDispute") ? (says) => answer.mutateAsync({ id: one.disputeId, says }) : null
          }
          onResolve={
            !view.own && mayI("comp.resolveDispute")
              ? (given) => resolve.mutateAsync({ id: one.disputeId, ...given })
              : null
          }
        />
      ))}
      {mayDispute && (
        <DisputeForm
          currency={currency}
          onSend={(says) => dispute.mutateAsync({ number, lineId: line.lineId, says })}
        />
      )}
    </TracePanel>
  );
}

import { AtRiskCard } from "./at-risk-card.tsx";
import { BesideCard } from "./beside-card.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { LinesCard } from "./lines-card.tsx";
import { TracesOnPaper } from "./on-paper.tsx";
import { PayBridgeCard } from "./pay-bridge-card.tsx";
import { StatementHead } from "./statement-head.tsx";
import type { StatementView } from "./view.ts";
import { YearCard } from "./year-card.tsx";

/** Whether a statement may still change. */
export const mayChange = (status: string): boolean => status === "draft" || status === "reviewed";

/** A statement: what was earned, why, and what may be taken back. */
export function StatementBody({ view }: { view: StatementView }) {
  const { currency, period } = view;
  const componentName = (id: string) => view.components.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <StatementHead view={view} />
      {view.openBefore.length > 0 && (
        <p role="note" className="rounded-card bg-warning-chip px-3 py-1.5 text-xs text-warning">
          {view.openBefore.join(", ")} {view.openBefore.length === 1 ? "is" : "are"} not closed yet: what{" "}
          {view.openBefore.length === 1 ? "it pays" : "they pay"} is in no line here.
        </p>
      )}
      <PayBridgeCard
        lines={view.lines}
        total={view.total}
        currency={currency}
        open={mayChange(view.status)}
      />
      <LinesCard
        lines={view.lines}
        total={view.total}
        currency={currency}
        period={period.text}
        componentName={componentName}
      />
      {view.changes && (
        <ChangesCard
          changes={view.changes}
          currency={currency}
          nameOf={(line) =>
            view.lines.find(({ lineId }) => lineId === line.lineId)?.accountName ??
            componentName(line.component)
          }
        />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @[65rem]/page:grid-cols-2 *:min-w-0">
        <AtRiskCard exposed={view.exposed} currency={currency} on={period.to} />
        <YearCard
          year={view.year.text}
          rows={[
            ...view.year.before,
            { number: view.number, period: period.text, status: view.status, total: view.total },
          ]}
          total={view.year.total}
          currency={currency}
          at={view.number}
        />
      </div>
      <BesideCard accounts={view.beside} />
      <TracesOnPaper view={view} />
    </>
  );
}

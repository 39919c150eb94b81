import { counted, money } from "../../lib/format.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { Queue } from "./health.ts";

type AtRisk = Queue["arrAtRisk"];

/** ARR at risk: its name opens the definition, the accounts behind it stand in the queue. */
export function AtRiskFigure({ figure }: { figure: AtRisk }) {
  return (
    <div data-figure={figure.term} data-value={figure.value ?? ""} className="min-w-0">
      <OpensPanel
        panel={`def:${figure.term}`}
        data-definition=""
        className="term min-h-6 text-left text-xs text-muted"
      >
        {figure.name}
      </OpensPanel>
      <p className="figure mt-0.5">
        {figure.value === null || figure.currency === null
          ? "—"
          : money(figure.value, figure.currency, { whole: true })}
      </p>
      <p className="num text-2xs text-subtle">
        {figure.value === null ? figure.reason : counted(figure.contributors, "account")}
      </p>
    </div>
  );
}

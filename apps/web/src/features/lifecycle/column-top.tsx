import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, count } from "../../lib/format.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { ColumnHead } from "./lifecycle.ts";
import { StageTerm } from "./stage-term.tsx";

interface Props {
  head: ColumnHead;
  /** How many of its accounts are shown. */
  shown: number;
  currency: string;
  children?: ReactNode;
}

/** A column's name, how many accounts, their ARR, how long they have been there and how many too long. */
export function ColumnTop({ head, shown, currency, children }: Props) {
  return (
    <div className="px-2 pb-2 text-2xs">
      <div className="flex items-center justify-between gap-2 text-xs">
        <h2 className="flex items-baseline gap-2 font-semibold">
          <StageTerm stage={head.stage} />
          <span className="num font-normal text-subtle">
            {count(shown)}
            {shown < head.accounts && ` of ${count(head.accounts)}`}
          </span>
        </h2>
        <span className="flex items-center gap-1">
          <span className="num font-medium">{compactMoney(head.arr, currency)}</span>
          {children}
        </span>
      </div>
      <div className="num -mb-1.5 flex justify-between gap-x-2 leading-6 whitespace-nowrap text-muted">
        <span className="truncate">
          {head.medianDays === null ? (
            "Nobody here"
          ) : (
            <>
              <OpensPanel panel="def:velocity-metrics" data-definition="" className="term min-h-6">
                Median
              </OpensPanel>{" "}
              {count(Math.round(head.medianDays))} d
            </>
          )}
        </span>
        {head.slaDays !== null && (
          <span className={cx(head.overSla > 0 && "text-negative")}>
            {count(head.overSla)} over {count(head.slaDays)} d
          </span>
        )}
        {head.stage === "churn" && <span>ARR lost</span>}
      </div>
    </div>
  );
}

import { Check, CircleDashed, Clock, ShieldCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { dayText, readable } from "../../lib/format.ts";
import type { Clause } from "./lifecycle.ts";

/** How each state of a clause is shown: a shape, a word and a tone. */
export const clauseLooks = {
  met: { word: "Met", icon: Check, tone: "text-positive" },
  waived: { word: "Waived", icon: ShieldCheck, tone: "text-info" },
  stale: { word: "Out of date", icon: Clock, tone: "text-warning" },
  missing: { word: "Nothing on record", icon: CircleDashed, tone: "text-muted" },
  failing: { word: "Not met", icon: X, tone: "text-negative" },
  not_counted: { word: "Cannot count", icon: X, tone: "text-negative" },
} as const satisfies Record<Clause["state"], object>;

/** The clauses of a gate: how each stands, in a sentence, with its evidence. */
export function Clauses({
  clauses,
  action,
}: {
  clauses: readonly Clause[];
  action?: (clause: Clause) => ReactNode;
}) {
  return (
    <ul className="flex flex-col gap-3">
      {clauses.map((clause) => (
        <OneClause key={clause.id} clause={clause}>
          {action?.(clause)}
        </OneClause>
      ))}
    </ul>
  );
}

function OneClause({ clause, children }: { clause: Clause; children?: ReactNode }) {
  const { word, icon: Icon, tone } = clauseLooks[clause.state];
  const held = clause.state === "met" || clause.state === "waived";
  return (
    <li
      data-clause={clause.id}
      data-state={clause.state}
      className={cx("flex gap-2.5 border-l-2 pl-3", held ? "border-transparent" : "border-(--negative)")}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden className={cx("mt-0.5 flex-none", tone)} />
      <div className="min-w-0 flex-1 text-xs">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{clause.label}</span>
          <span className={cx("text-2xs", tone)}>{word}</span>
        </p>
        <p className="text-muted">{readable(clause.says)}</p>
        {clause.evidence.length > 0 && held && (
          <ul className="mt-1 flex flex-col gap-0.5 text-2xs text-subtle">
            {clause.evidence.slice(0, 3).map((one) => (
              <li key={`${one.entryId} ${one.observed} ${one.on}`}>
                {one.link ? (
                  <a
                    href={one.link}
                    rel="noreferrer noopener"
                    target="_blank"
                    className="text-link underline"
                  >
                    {readable(one.observed)}
                  </a>
                ) : (
                  readable(one.observed)
                )}
                , {dayText(one.on)}, {one.by ?? one.system}
                {one.expiresOn && `, counts until ${dayText(one.expiresOn)}`}
              </li>
            ))}
          </ul>
        )}
        {children && <div className="mt-1.5 flex flex-wrap gap-2">{children}</div>}
      </div>
    </li>
  );
}

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

interface Props {
  clauses: readonly Clause[];
  /** What can be done about a clause. */
  action?: (clause: Clause) => ReactNode;
  /** What can be done about a piece of evidence. */
  ofEvidence?: (evidence: Clause["evidence"][number], clause: Clause) => ReactNode;
}

/** The clauses of a gate: how each stands, in a sentence, with its evidence. */
export function Clauses({ clauses, action, ofEvidence }: Props) {
  return (
    <ul className="flex flex-col gap-3">
      {clauses.map((clause) => (
        <OneClause key={clause.id} clause={clause} ofEvidence={ofEvidence}>
          {action?.(clause)}
        </OneClause>
      ))}
    </ul>
  );
}

function OneClause({
  clause,
  ofEvidence,
  children,
}: {
  clause: Clause;
  ofEvidence: Props["ofEvidence"];
  children?: ReactNode;
}) {
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
        {(held || clause.state === "stale" || clause.state === "not_counted") &&
          clause.evidence.length > 0 && (
            <ul className="mt-0.5 flex flex-col text-2xs text-subtle">
              {clause.evidence.slice(0, 3).map((one) => (
                <li
                  key={`${one.entryId} ${one.observed} ${one.on}`}
                  className="flex flex-wrap items-baseline gap-x-1"
                >
                  <span className="min-w-0 py-0.5">
                    <Observed evidence={one} says={clause.says} />
                    {dayText(one.on)}, {one.by ?? one.system}
                    {one.expiresOn && `, counts until ${dayText(one.expiresOn)}`}
                  </span>
                  <span className="-my-1">{ofEvidence?.(one, clause)}</span>
                </li>
              ))}
            </ul>
          )}
        {children && <div className="mt-1.5 flex flex-wrap gap-2">{children}</div>}
      </div>
    </li>
  );
}

/** What was observed and where it can be read, unless the clause has said it in the same words. */
function Observed({
  evidence: { observed, link },
  says,
}: {
  evidence: Clause["evidence"][number];
  says: string;
}) {
  const text = readable(observed.replace(/\.$/, ""));
  const said = says.startsWith(observed.replace(/\.$/, ""));
  if (link === null) return said ? null : <>{text}, </>;
  return (
    <>
      <a href={link} rel="noreferrer noopener" target="_blank" className="text-link underline">
        {said ? "Where it can be read" : text}
      </a>
      ,{" "}
    </>
  );
}

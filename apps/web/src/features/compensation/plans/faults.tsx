import type { PlanFault } from "@termwise/core/compensation";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { cx } from "../../../lib/class-names.ts";

/** The faults of one clause: those that name it, or a part of it. */
export function faultsAt(faults: readonly PlanFault[], clause: string): PlanFault[] {
  return faults.filter((fault) => fault.clause === clause || fault.clause.startsWith(`${clause}, `));
}

/** What is wrong, or only pointed out, where it stands. */
export function Faults({ faults, named = false }: { faults: readonly PlanFault[]; named?: boolean }) {
  if (faults.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-1 text-xs" aria-label="What is wrong here">
      {faults.map(({ clause, weight, message }) => {
        const refused = weight === "refused";
        const Icon = refused ? CircleAlert : TriangleAlert;
        return (
          <li
            key={`${clause} ${message}`}
            data-fault={weight}
            className={cx(
              "flex gap-1.5 rounded-control px-2 py-1",
              refused ? "bg-negative-chip text-negative" : "bg-warning-chip text-warning",
            )}
          >
            <Icon size={14} strokeWidth={2} aria-hidden className="mt-[3px] flex-none" />
            <span>
              <span className="sr-only">{refused ? "Refused: " : "Pointed out: "}</span>
              {named && <span className="font-medium">{clause}. </span>}
              {message}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

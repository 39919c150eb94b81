import type { CompPlan, ObjectivesComponent, PlanFault } from "@termwise/core/compensation";
import { Plus, X } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { controlClass } from "../../../ui/field.tsx";
import { AmountField } from "./amount-field.tsx";
import { CellField } from "./cell-field.tsx";
import { newCurve } from "./component-fields.ts";
import { CurveEditor } from "./curve-editor.tsx";
import { Part } from "./part.tsx";

interface Props {
  plan: CompPlan;
  component: ObjectivesComponent;
  disabled: boolean;
  onChange: (component: ObjectivesComponent) => void;
  at: (what: string) => readonly PlanFault[];
}

/** The clauses of objectives that were agreed: their target, each with its weight, and how what is achieved is paid. */
export function ObjectiveParts({ plan, component, disabled, onChange, at }: Props) {
  const { objectives, payout } = component;
  const set = (index: number, patch: Partial<ObjectivesComponent["objectives"][number]>) =>
    onChange({
      ...component,
      objectives: objectives.map((one, place) => (place === index ? { ...one, ...patch } : one)),
    });
  const add = () => {
    const free = Array.from({ length: 21 }, (_, n) => `objective-${n + 1}`).find((id) =>
      objectives.every((one) => one.id !== id),
    );
    if (free === undefined) return;
    const name = `Objective ${objectives.length + 1}`;
    onChange({ ...component, objectives: [...objectives, { id: free, name, weight: "0" }] });
  };
  return (
    <>
      <Part title="Target" faults={at("target")}>
        <div className="w-64">
          <AmountField
            label={`Target a ${plan.period}, ${plan.currency}`}
            hint="Empty: by its weight."
            minor={component.target}
            currency={plan.currency}
            optional
            disabled={disabled}
            onChange={(target, given) => onChange({ ...component, target: given ? target : null })}
          />
        </div>
      </Part>
      <Part title="Objectives" faults={at("objectives")}>
        <ul className="flex flex-col gap-1 text-xs">
          {objectives.map(({ id, name, weight }, index) => (
            <li key={id} className="flex items-center gap-2">
              <input
                type="text"
                autoComplete="off"
                maxLength={200}
                aria-label={`Objective ${index + 1}`}
                value={name}
                disabled={disabled}
                onChange={(event) => set(index, { name: event.target.value })}
                className={`${controlClass} h-7! max-w-96 text-xs! pointer-coarse:h-11!`}
              />
              <CellField
                label={`Objective ${index + 1}: weight`}
                value={weight}
                disabled={disabled}
                onChange={(next) => set(index, { weight: next })}
              />
              <span>%</span>
              {!disabled && objectives.length > 1 && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Take out objective ${index + 1}`}
                  onClick={() =>
                    onChange({ ...component, objectives: objectives.filter((one) => one.id !== id) })
                  }
                >
                  <X size={14} strokeWidth={1.5} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
        {!disabled && (
          <Button look="quiet" onClick={add}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            Add an objective
          </Button>
        )}
      </Part>
      <Part
        title="Rate table"
        faults={at("rate table")}
        tools={
          !disabled && (
            <Button onClick={() => onChange({ ...component, payout: payout === null ? newCurve() : null })}>
              {payout === null ? "Pay by a curve" : "Pay in proportion"}
            </Button>
          )
        }
      >
        {payout === null ? (
          <p className="text-xs text-muted">It pays in proportion, and never more than the target.</p>
        ) : (
          <CurveEditor
            reached="Achieved"
            curve={payout}
            disabled={disabled}
            onChange={(next) => onChange({ ...component, payout: next })}
          />
        )}
      </Part>
    </>
  );
}

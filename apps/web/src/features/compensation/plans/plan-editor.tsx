import type { CompPlan, PlanComponent, PlanFault } from "@termwise/core/compensation";
import { Plus } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { ComponentEditor } from "./component-editor.tsx";
import { componentOptions, newComponent } from "./component-fields.ts";
import { Faults } from "./faults.tsx";
import { PlanFields } from "./plan-fields.tsx";

interface Props {
  plan: CompPlan;
  reading: readonly { readonly clause: string; readonly text: string }[];
  faults: readonly PlanFault[];
  disabled: boolean;
  onChange: (plan: CompPlan) => void;
}

/** A plan, clause by clause; with `disabled` it is only read. */
export function PlanEditor({ plan, reading, faults, disabled, onChange }: Props) {
  const set = (index: number, next: PlanComponent | null) =>
    onChange({
      ...plan,
      components: plan.components.flatMap((component, at) =>
        at === index ? (next === null ? [] : [next]) : [component],
      ),
    });
  // Faults of no component stand at the plan.
  const ofPlan = faults.filter(({ clause }) => !/^\d+ /.test(clause));
  return (
    <>
      <PlanFields plan={plan} disabled={disabled} onChange={onChange} />
      {ofPlan.length > 0 && (
        <div className="-mt-2">
          <Faults faults={ofPlan} named />
        </div>
      )}
      {plan.components.map((component, index) => (
        <ComponentEditor
          key={component.id}
          plan={plan}
          component={component}
          index={index}
          reading={reading[index]?.text ?? null}
          faults={faults}
          disabled={disabled}
          onChange={(next) => set(index, next)}
          onRemove={() => set(index, null)}
        />
      ))}
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          {componentOptions.map(({ value, label }) => (
            <Button
              key={value}
              onClick={() =>
                onChange({ ...plan, components: [...plan.components, newComponent(value, plan)] })
              }
            >
              <Plus size={14} strokeWidth={1.5} aria-hidden />
              {label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

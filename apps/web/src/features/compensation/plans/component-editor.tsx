import type { CompPlan, PlanComponent, PlanFault } from "@termwise/core/compensation";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { componentKindName } from "../pay-words.ts";
import { AmountField } from "./amount-field.tsx";
import { CommissionParts } from "./commission-parts.tsx";
import { Faults, faultsAt } from "./faults.tsx";
import { ObjectiveParts } from "./objective-parts.tsx";
import { Part } from "./part.tsx";
import { TargetParts } from "./target-parts.tsx";

interface Props {
  plan: CompPlan;
  component: PlanComponent;
  index: number;
  /** The component in plain language, made from the plan by the server. */
  reading: string | null;
  faults: readonly PlanFault[];
  disabled: boolean;
  onChange: (component: PlanComponent) => void;
  onRemove: () => void;
}

/** One component of a plan: its parameters, how it reads in plain language, and what is wrong where it is wrong. */
export function ComponentEditor(props: Props) {
  const { component, index, reading, faults, disabled, onChange, onRemove } = props;
  const clause = `${index + 1} ${component.name}`;
  const own = faultsAt(faults, clause);
  return (
    <section aria-label={clause} className="card px-4 pt-3 pb-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
            {clause} <Chip>{componentKindName(component.kind)}</Chip>
          </h2>
        </div>
        {!disabled && (
          <Button look="danger" onClick={onRemove} aria-label={`Take out ${component.name}`}>
            Take out
          </Button>
        )}
      </div>
      <p data-reading="" className="mt-1 max-w-[90ch] text-xs text-muted" aria-live="polite">
        {reading ?? "What this component says cannot be read yet."}
      </p>
      <Faults faults={own.filter(({ clause: at }) => at === clause)} />
      <div className="mt-3 grid gap-x-3 sm:grid-cols-3">
        <TextField
          name="name"
          label="Name"
          autoComplete="off"
          maxLength={200}
          disabled={disabled}
          value={component.name}
          onChange={(name) => onChange({ ...component, name })}
        />
        <TextField
          name="weight"
          label="Weight of pay at target, %"
          optional
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          value={component.weight ?? ""}
          onChange={(weight) => onChange({ ...component, weight: weight.trim() || null })}
        />
      </div>
      <Parts {...props} onChange={onChange} at={(what) => faultsAt(own, `${clause}, ${what}`)} />
    </section>
  );
}

type PartsProps = Pick<Props, "plan" | "component" | "disabled" | "onChange"> & {
  at: (what: string) => readonly PlanFault[];
};

function Parts({ plan, component, disabled, onChange, at }: PartsProps) {
  if (component.kind === "retention_bonus") {
    const set = (patch: Partial<typeof component>) => onChange({ ...component, ...patch });
    return (
      <Part title="What it pays" faults={at("share")}>
        <div className="grid gap-x-3 sm:grid-cols-4">
          <AmountField
            label={`Amount, ${plan.currency}`}
            minor={component.amount}
            currency={plan.currency}
            disabled={disabled}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            name="share"
            label="Accounts kept, at least %"
            inputMode="decimal"
            disabled={disabled}
            value={component.share}
            onChange={(share) => set({ share: share.trim() })}
          />
          <TextField
            name="floor"
            label="Kept means, % of first ARR"
            inputMode="decimal"
            disabled={disabled}
            value={component.floor}
            onChange={(floor) => set({ floor: floor.trim() })}
          />
          <TextField
            name="quartersBack"
            label="Closed quarters before"
            inputMode="numeric"
            disabled={disabled}
            value={String(component.quartersBack)}
            onChange={(text) => set({ quartersBack: Number.parseInt(text, 10) || 0 })}
          />
        </div>
      </Part>
    );
  }
  if (component.kind === "commission")
    return <CommissionParts {...{ plan, component, disabled, onChange, at }} />;
  if (component.kind === "objectives")
    return <ObjectiveParts {...{ plan, component, disabled, onChange, at }} />;
  return <TargetParts {...{ plan, component, disabled, onChange, at }} />;
}

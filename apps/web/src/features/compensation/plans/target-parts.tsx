import type { BookNrrComponent, CompPlan, PlanFault, QuotaComponent } from "@termwise/core/compensation";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { AmountField } from "./amount-field.tsx";
import { measureOptions, quotaPerOptions, snapshotOptions } from "./component-fields.ts";
import { CreditEditor } from "./credit-editor.tsx";
import { CurveEditor } from "./curve-editor.tsx";
import { Part } from "./part.tsx";

interface Props {
  plan: CompPlan;
  component: QuotaComponent | BookNrrComponent;
  disabled: boolean;
  onChange: (component: QuotaComponent | BookNrrComponent) => void;
  at: (what: string) => readonly PlanFault[];
}

/** The clauses of what pays a share of a target: an expansion quota, or the retention of a book. */
export function TargetParts({ plan, component, disabled, onChange, at }: Props) {
  const target = (
    <AmountField
      label={`Target a ${plan.period}, ${plan.currency}`}
      hint="Empty: by its weight."
      minor={component.target}
      currency={plan.currency}
      optional
      disabled={disabled}
      onChange={(next, given) => onChange({ ...component, target: given ? next : null })}
    />
  );
  if (component.kind === "expansion_quota") {
    const set = (patch: Partial<typeof component>) => onChange({ ...component, ...patch });
    return (
      <>
        <Part title="Target" faults={at("target")}>
          <div className="grid gap-x-3 sm:grid-cols-3">
            {target}
            <SelectField
              name="quotaPer"
              label="Quota for a"
              value={component.quotaPer}
              options={quotaPerOptions}
              disabled={disabled}
              onChange={(quotaPer) => set({ quotaPer })}
            />
          </div>
        </Part>
        <Part title="Rate table" faults={at("rate table")}>
          <CurveEditor
            reached="Attainment"
            curve={component.payout}
            disabled={disabled}
            onChange={(payout) => set({ payout })}
          />
        </Part>
        <Part title="Credit rule" faults={[...at("credit rule"), ...at("handover window")]}>
          <CreditEditor rule={component.credit} disabled={disabled} onChange={(credit) => set({ credit })} />
        </Part>
      </>
    );
  }
  const set = (patch: Partial<typeof component>) => onChange({ ...component, ...patch });
  const { eligibility } = component;
  const days = (text: string) => Number.parseInt(text, 10) || 0;
  return (
    <>
      <Part title="Target" faults={at("target")}>
        <div className="grid gap-x-3 sm:grid-cols-3">
          {target}
          <SelectField
            name="measure"
            label="Measure"
            value={component.measure}
            options={measureOptions}
            disabled={disabled}
            onChange={(measure) => set({ measure })}
          />
        </div>
      </Part>
      <Part title="Rate table" faults={at("rate table")}>
        <CurveEditor
          reached={measureOptions.find(({ value }) => value === component.measure)?.label ?? "NRR"}
          curve={component.payout}
          disabled={disabled}
          onChange={(payout) => set({ payout })}
        />
      </Part>
      <Part title="Eligible accounts" faults={[]}>
        <div className="grid gap-x-3 sm:grid-cols-3">
          <SelectField
            name="snapshot"
            label="Held at the"
            value={eligibility.snapshot}
            options={snapshotOptions}
            disabled={disabled}
            onChange={(snapshot) => set({ eligibility: { ...eligibility, snapshot } })}
          />
          <TextField
            name="minimumHoldDays"
            label="Held for at least, days"
            inputMode="numeric"
            disabled={disabled}
            value={String(eligibility.minimumHoldDays)}
            onChange={(text) => set({ eligibility: { ...eligibility, minimumHoldDays: days(text) } })}
          />
          <TextField
            name="graceDays"
            label="Grace after takeover, days"
            inputMode="numeric"
            disabled={disabled}
            value={String(eligibility.graceDays)}
            onChange={(text) => set({ eligibility: { ...eligibility, graceDays: days(text) } })}
          />
        </div>
      </Part>
    </>
  );
}

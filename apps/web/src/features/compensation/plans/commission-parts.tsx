import type { CommissionComponent, CompPlan, PlanFault } from "@termwise/core/compensation";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { AmountField } from "./amount-field.tsx";
import { BandsEditor } from "./bands-editor.tsx";
import { ClawbackEditor } from "./clawback-editor.tsx";
import { newClawback, newRetention, quotaPerOptions, releaseOptions } from "./component-fields.ts";
import { CreditEditor } from "./credit-editor.tsx";
import { CurveEditor } from "./curve-editor.tsx";
import { Part } from "./part.tsx";

interface Props {
  plan: CompPlan;
  component: CommissionComponent;
  disabled: boolean;
  onChange: (component: CommissionComponent) => void;
  at: (what: string) => readonly PlanFault[];
}

/** The clauses of a commission: rates, shares, payout by NRR, credit rule, clawback. */
export function CommissionParts({ plan, component, disabled, onChange, at }: Props) {
  const set = (patch: Partial<typeof component>) => onChange({ ...component, ...patch });
  const { retention, clawback, holdback } = component;
  return (
    <>
      <Part title="Rate table" faults={at("rate table")}>
        <BandsEditor rates={component.rates} disabled={disabled} onChange={(rates) => set({ rates })} />
      </Part>
      <Part title="Shares" faults={at("shares")}>
        <div className="grid gap-x-3 sm:grid-cols-4">
          <TextField
            name="atClose"
            label="At the close, %"
            inputMode="decimal"
            disabled={disabled}
            value={component.atClose}
            onChange={(atClose) => set({ atClose: atClose.trim() })}
          />
          <TextField
            name="onRetention"
            label="By the NRR of the cohort, %"
            inputMode="decimal"
            disabled={disabled}
            value={component.onRetention}
            onChange={(text) => {
              const onRetention = text.trim();
              set({
                onRetention,
                retention: Number(onRetention) > 0 ? (retention ?? newRetention()) : retention,
              });
            }}
          />
          <SelectField
            name="quotaPer"
            label="Quota for a"
            value={component.quotaPer}
            options={quotaPerOptions}
            disabled={disabled}
            onChange={(quotaPer) => set({ quotaPer })}
          />
          {retention && (
            <TextField
              name="months"
              label="Measured after, months"
              inputMode="numeric"
              disabled={disabled}
              value={String(retention.months)}
              onChange={(text) =>
                set({ retention: { ...retention, months: Number.parseInt(text, 10) || 0 } })
              }
            />
          )}
        </div>
      </Part>
      {component.rates.of === "base_rate" && (
        <Part title="Target" faults={at("target")}>
          <div className="w-64">
            <AmountField
              label={`Target a ${plan.period}, ${plan.currency}`}
              hint="Empty: by its weight."
              minor={component.target}
              currency={plan.currency}
              optional
              disabled={disabled}
              onChange={(target, given) => set({ target: given ? target : null })}
            />
          </div>
        </Part>
      )}
      <Part
        title="Holdback"
        faults={at("holdback")}
        tools={
          !disabled &&
          (holdback ? (
            <Button onClick={() => set({ holdback: null })}>Hold nothing back</Button>
          ) : (
            <Button onClick={() => set({ holdback: { percent: "50", until: "paid", withinDays: null } })}>
              Add a holdback
            </Button>
          ))
        }
      >
        {holdback ? (
          <div className="grid gap-x-3 sm:grid-cols-3">
            <TextField
              name="held"
              label="Held back at the close, %"
              inputMode="decimal"
              disabled={disabled}
              value={holdback.percent}
              onChange={(percent) => set({ holdback: { ...holdback, percent: percent.trim() } })}
            />
            <SelectField
              name="until"
              label="Until"
              value={holdback.until}
              options={releaseOptions}
              disabled={disabled}
              onChange={(until) => set({ holdback: { ...holdback, until } })}
            />
            <TextField
              name="withinDays"
              label="Within days"
              hint="Empty: whenever."
              optional
              inputMode="numeric"
              disabled={disabled}
              value={holdback.withinDays === null ? "" : String(holdback.withinDays)}
              onChange={(text) =>
                set({ holdback: { ...holdback, withinDays: Number.parseInt(text, 10) || null } })
              }
            />
          </div>
        ) : (
          <p className="text-xs text-muted">Nothing is held back.</p>
        )}
      </Part>
      {retention && (
        <Part title="Payout by NRR" faults={at("payout by NRR")}>
          <CurveEditor
            reached="NRR of the cohort"
            curve={retention.payout}
            disabled={disabled}
            onChange={(payout) => set({ retention: { ...retention, payout } })}
          />
        </Part>
      )}
      <Part title="Credit rule" faults={[...at("credit rule"), ...at("handover window")]}>
        <CreditEditor rule={component.credit} disabled={disabled} onChange={(credit) => set({ credit })} />
      </Part>
      <Part
        title="Clawback"
        faults={at("clawback")}
        tools={
          !disabled &&
          (clawback ? (
            <Button onClick={() => set({ clawback: null })}>Take nothing back</Button>
          ) : (
            <Button
              onClick={() =>
                set({
                  clawback: {
                    ...newClawback,
                    triggers: [...newClawback.triggers],
                    exceptions: [...newClawback.exceptions],
                  },
                })
              }
            >
              Add a clawback
            </Button>
          ))
        }
      >
        {clawback ? (
          <ClawbackEditor rule={clawback} disabled={disabled} onChange={(next) => set({ clawback: next })} />
        ) : (
          <p className="text-xs text-muted">Nothing is taken back.</p>
        )}
      </Part>
    </>
  );
}

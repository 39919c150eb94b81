import type { CompPlan } from "@termwise/core/compensation";
import { FormSection } from "../../../ui/form-section.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { partPeriodOptions, periodOptions, teamOptions } from "./component-fields.ts";

interface Props {
  plan: CompPlan;
  disabled: boolean;
  onChange: (plan: CompPlan) => void;
}

/** A calendar day as a plan holds it. */
type PlanDay = CompPlan["from"];

/** What a plan says of itself: name, team, days, currency and period. */
export function PlanFields({ plan, disabled, onChange }: Props) {
  return (
    <FormSection title="The plan" term="nrr-comp-plan">
      <div className="grid gap-x-3 sm:grid-cols-3">
        <TextField
          name="name"
          label="Name"
          autoComplete="off"
          maxLength={200}
          disabled={disabled}
          value={plan.name}
          onChange={(name) => onChange({ ...plan, name })}
        />
        <SelectField
          name="team"
          label="Team"
          value={plan.team}
          options={teamOptions}
          disabled={disabled}
          onChange={(team) => onChange({ ...plan, team })}
        />
        <SelectField
          name="period"
          label="A statement for each"
          value={plan.period}
          options={periodOptions}
          disabled={disabled}
          onChange={(period) => onChange({ ...plan, period })}
        />
        <TextField
          type="date"
          name="from"
          label="From"
          value={plan.from}
          disabled={disabled}
          onChange={(from) => onChange({ ...plan, from: from as PlanDay })}
        />
        <TextField
          type="date"
          name="to"
          label="Until"
          optional
          value={plan.to ?? ""}
          disabled={disabled}
          onChange={(to) => onChange({ ...plan, to: to === "" ? null : (to as PlanDay) })}
        />
        <SelectField
          name="partPeriods"
          label="A period in part pays"
          value={plan.partPeriods}
          options={partPeriodOptions}
          disabled={disabled}
          onChange={(partPeriods) => onChange({ ...plan, partPeriods })}
        />
        <TextField
          name="currency"
          label="Currency"
          maxLength={3}
          autoComplete="off"
          disabled={disabled}
          value={plan.currency}
          onChange={(currency) =>
            onChange({ ...plan, currency: currency.toUpperCase() as CompPlan["currency"] })
          }
        />
      </div>
    </FormSection>
  );
}

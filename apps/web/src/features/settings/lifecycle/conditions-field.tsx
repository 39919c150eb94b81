import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type ConditionDraft, emptyDraft, type Subject, subjects } from "./conditions.ts";
import type { Rules } from "./rules.ts";

interface Props {
  /** What the conditions are of, for names: "Tier 1", "Strategic". */
  of: string;
  value: readonly ConditionDraft[];
  onChange: (value: ConditionDraft[]) => void;
  rules: Rules;
  /** What it means when there is none. */
  none: string;
  /** There is exactly one. */
  single?: boolean;
}

const options = (Object.keys(subjects) as Subject[]).map((value) => ({ value, label: subjects[value] }));

/** Conditions, one below the other. */
export function ConditionsField({ of, value, onChange, rules, none, single = false }: Props) {
  const change = (at: number, patch: Partial<ConditionDraft>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <fieldset className="m-0 mb-2 min-w-0 border-0 border-l-2 border-line p-0 pl-3">
      <legend className="sr-only">Conditions of {of}</legend>
      {value.length === 0 && <p className="mb-1 text-2xs text-subtle">{none}</p>}
      {value.map((draft, at) => (
        <div key={at} className="grid items-start gap-x-2 sm:grid-cols-[120px_minmax(0,1fr)_auto]">
          <SelectField
            name={`subject-${at}`}
            label={single ? "Condition" : `Condition ${at + 1}`}
            value={draft.subject}
            options={options}
            onChange={(subject) => change(at, { subject })}
          />
          <Value draft={draft} at={at} rules={rules} onChange={(patch) => change(at, patch)} />
          {!single && (
            <Button
              className="sm:mt-6"
              aria-label={`Remove condition ${at + 1} of ${of}`}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      {!single && (
        <Button
          look="quiet"
          className="-ml-2.5"
          aria-label={`Add a condition of ${of}`}
          onClick={() => onChange([...value, emptyDraft])}
        >
          Add a condition
        </Button>
      )}
    </fieldset>
  );
}

interface ValueProps {
  draft: ConditionDraft;
  at: number;
  rules: Rules;
  onChange: (patch: Partial<ConditionDraft>) => void;
}

function Value({ draft: { subject, values, min, max }, at, rules, onChange }: ValueProps) {
  if (subject === "arr" || subject === "employees") {
    const unit = subject === "arr" ? `, ${rules.currency ?? "USD"}` : "";
    return (
      <div className="grid grid-cols-2 gap-x-2">
        <TextField
          name={`min-${at}`}
          label={`From${unit}`}
          optional
          value={min}
          inputMode="numeric"
          onChange={(next) => onChange({ min: next })}
        />
        <TextField
          name={`max-${at}`}
          label={`To${unit}`}
          optional
          value={max}
          inputMode="numeric"
          onChange={(next) => onChange({ max: next })}
        />
      </div>
    );
  }
  return (
    <TextField
      name={`values-${at}`}
      label="Is one of"
      value={values}
      autoComplete="off"
      hint={`In the data: ${rules.known[subject].slice(0, 8).join(", ") || "none"}.`}
      onChange={(next) => onChange({ values: next })}
    />
  );
}

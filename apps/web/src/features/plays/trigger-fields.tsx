import { SelectField } from "../../ui/select-field.tsx";
import { numberOf, triggerKinds, triggerNumbers, withNumber } from "./draft.ts";
import { NumberField } from "./number-field.tsx";
import type { Trigger } from "./plays.ts";

interface Props {
  trigger: Trigger | null;
  error: string | undefined;
  onChange: (trigger: Trigger | null) => void;
}

const kinds = Object.entries(triggerKinds) as [Trigger["when"], (typeof triggerKinds)[Trigger["when"]]][];
const options = [
  { value: "", label: "Choose what sets it off" },
  ...kinds.map(([value, { label }]) => ({ value: value as string, label })),
];

/** What sets a play off, laid down in advance. */
export function TriggerFields({ trigger, error, onChange }: Props) {
  const numbers = (Object.keys(triggerNumbers) as (keyof typeof triggerNumbers)[]).filter(
    (name) => trigger !== null && name in trigger,
  );
  return (
    <div className="grid gap-x-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <SelectField
        name="trigger"
        label="Set off when"
        value={trigger?.when ?? ""}
        options={options}
        error={error}
        onChange={(when) => onChange(kinds.find(([kind]) => kind === when)?.[1].usual ?? null)}
      />
      {trigger !== null &&
        numbers.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={triggerNumbers[name]}
            value={numberOf(trigger, name)}
            onChange={(value) => onChange(withNumber(trigger, name, value ?? 0))}
          />
        ))}
    </div>
  );
}

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { cx } from "../lib/class-names.ts";
import { controlClass, Field, type FieldText, noteIdOf } from "./field.tsx";

/** A value to choose and its wording; options with the same group stand together. */
export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly group?: string;
}

interface Props<Value extends string> extends FieldText {
  name: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  disabled?: boolean;
  autoComplete?: string;
}

/** One of many values, in the system's own list. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, hint, error, optional, name, value, options, onChange, disabled, autoComplete } = props;
  const id = useId();
  const text: FieldText = { label, hint, error, ...(optional ? { optional } : {}) };
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field id={id} {...text}>
      <div className="relative">
        <select
          id={id}
          name={name}
          value={value}
          disabled={disabled}
          autoComplete={autoComplete}
          aria-required={!optional}
          aria-invalid={error !== undefined}
          aria-describedby={noteIdOf(id, text)}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          className={cx(controlClass, "appearance-none truncate pr-8")}
        >
          {groups.map((group) => {
            const items = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value} className="bg-raised text-fg">
                  {option.label}
                </option>
              ));
            return group === undefined ? (
              items
            ) : (
              <optgroup key={group} label={group} className="bg-raised text-fg">
                {items}
              </optgroup>
            );
          })}
        </select>
        <ChevronDown
          size={14}
          strokeWidth={1.5}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-subtle"
        />
      </div>
    </Field>
  );
}

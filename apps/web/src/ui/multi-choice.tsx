import { type ReactNode, useId } from "react";
import { Checkbox } from "./checkbox.tsx";
import { FieldNote } from "./field.tsx";

interface Props<Value extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: readonly Value[];
  options: readonly { value: Value; label: string; hint?: ReactNode; disabled?: boolean }[];
  onChange: (value: Value[]) => void;
  columns?: 1 | 2;
  /** Side by side, where the options are single words. */
  inline?: boolean;
}

/** Any of several values, all in sight; the answer keeps the options' order. */
export function MultiChoice<Value extends string>(props: Props<Value>) {
  const { label, hint, error, value, options, onChange, columns = 1, inline } = props;
  const id = useId();
  const toggle = (one: Value, on: boolean) =>
    onChange(
      options.map((option) => option.value).filter((each) => (each === one ? on : value.includes(each))),
    );
  return (
    <fieldset
      aria-describedby={hint || error ? `${id}-note` : undefined}
      data-invalid={error !== undefined}
      tabIndex={-1}
      className="m-0 min-w-0 border-0 p-0"
    >
      <legend className="mb-1 text-xs font-medium">{label}</legend>
      <div
        className={
          inline ? "flex flex-wrap gap-x-5" : columns === 2 ? "grid gap-x-4 sm:grid-cols-2" : undefined
        }
      >
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.value)}
            disabled={option.disabled ?? false}
            onChange={(on) => toggle(option.value, on)}
          />
        ))}
      </div>
      <FieldNote id={id} hint={hint} error={error} />
    </fieldset>
  );
}

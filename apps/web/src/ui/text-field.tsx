import { type ComponentProps, useId } from "react";
import { cx } from "../lib/class-names.ts";
import { controlClass, Field, type FieldText, noteIdOf } from "./field.tsx";

interface Props
  extends FieldText,
    Omit<ComponentProps<"input">, "value" | "onChange" | "id" | "children" | "size"> {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text, with its label, hint and error. */
export function TextField({ label, hint, error, optional, value, onChange, className, ...input }: Props) {
  const id = useId();
  const text: FieldText = { label, hint, error, ...(optional ? { optional } : {}) };
  return (
    <Field id={id} {...text}>
      <input
        type="text"
        {...input}
        id={id}
        value={value}
        aria-required={!optional}
        aria-invalid={error !== undefined}
        aria-describedby={noteIdOf(id, text)}
        onChange={(event) => onChange(event.target.value)}
        className={cx(controlClass, className)}
      />
    </Field>
  );
}

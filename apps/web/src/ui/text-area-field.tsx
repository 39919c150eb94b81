import { type ComponentProps, useId } from "react";
import { cx } from "../lib/class-names.ts";
import { controlClass, Field, type FieldText, noteIdOf } from "./field.tsx";

interface Props
  extends FieldText,
    Omit<ComponentProps<"textarea">, "value" | "onChange" | "id" | "children"> {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

/** Several lines of text, with their label, hint and error. Ctrl or ⌘ with Enter sends the form they are part of. */
export function TextAreaField(props: Props) {
  const { label, hint, error, optional, value, onChange, className, rows = 3, ...area } = props;
  const id = useId();
  const text: FieldText = { label, hint, error, ...(optional ? { optional } : {}) };
  return (
    <Field id={id} {...text}>
      <textarea
        {...area}
        id={id}
        rows={rows}
        value={value}
        aria-required={!optional}
        aria-invalid={error !== undefined}
        aria-describedby={noteIdOf(id, text)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={cx(controlClass, "h-auto! resize-y py-1.5", className)}
      />
    </Field>
  );
}

import { useState } from "react";
import { majorOf } from "../../../lib/format.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { minorFrom } from "../amount.ts";

interface Props {
  label: string;
  hint?: string;
  /** Whole minor units; null: not given. */
  minor: string | null;
  currency: string;
  optional?: boolean;
  disabled?: boolean;
  /** `given`: something was typed. */
  onChange: (minor: string, given: boolean) => void;
}

/** Whole minor units as one types them: cents only where there are any. */
const typed = (minor: string | null, currency: string): string =>
  minor === null ? "" : majorOf(minor, currency).replace(/\.0+$/, "");

/** An amount, typed in major units. */
export function AmountField({ label, hint, minor, currency, optional, disabled, onChange }: Props) {
  const [text, setText] = useState(typed(minor, currency));
  const wrong = text.trim() !== "" && minorFrom(text, currency) === null;
  return (
    <TextField
      name="amount"
      label={label}
      hint={hint}
      error={wrong ? "Digits, and a point before the cents." : undefined}
      inputMode="decimal"
      autoComplete="off"
      {...(optional ? { optional } : {})}
      {...(disabled ? { disabled } : {})}
      value={text}
      onChange={(next) => {
        setText(next);
        const read = minorFrom(next, currency);
        if (read !== null) onChange(read, true);
        else if (next.trim() === "") onChange("0", false);
      }}
    />
  );
}

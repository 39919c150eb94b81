import { TextField } from "../../ui/text-field.tsx";
import { wholeOf } from "./draft.ts";

interface Props {
  name: string;
  label: string;
  value: number | null;
  error?: string | undefined;
  hint?: string;
  onChange: (value: number | null) => void;
}

/** A whole number. */
export function NumberField({ value, onChange, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
      value={value === null ? "" : String(value)}
      onChange={(text) => onChange(wholeOf(text))}
    />
  );
}

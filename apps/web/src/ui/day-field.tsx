import { TextField } from "./text-field.tsx";

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  /** The first and the last day that can be chosen. */
  min?: string;
  max?: string;
}

/** A calendar day, in the system's own picker. */
export function DayField(props: Props) {
  return <TextField type="date" {...props} />;
}

/** What is wrong with a day somebody entered; nothing, when it is one, and not after `max`. */
export function dayFault(text: string, max?: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return "Enter a day.";
  return max !== undefined && text > max ? "This day is still to come." : undefined;
}

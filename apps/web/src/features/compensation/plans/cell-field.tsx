import { cx } from "../../../lib/class-names.ts";
import { controlClass } from "../../../ui/field.tsx";

interface Props {
  /** What it is, for who cannot see the column it stands in. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
  wide?: boolean;
}

/** A number in a table of the designer: its column names it. */
export function CellField({ label, value, onChange, disabled, wide }: Props) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value.trim())}
      className={cx(
        controlClass,
        "num h-7! text-right text-xs! pointer-coarse:h-11!",
        wide ? "w-32!" : "w-20!",
      )}
    />
  );
}

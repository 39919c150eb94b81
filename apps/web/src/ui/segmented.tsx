import { cx } from "../lib/class-names.ts";

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A choice of two to five, all in sight. */
export function Segmented<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <fieldset className="m-0 inline-flex max-w-full flex-wrap overflow-hidden rounded-control border border-line p-0">
      <legend className="sr-only">{label}</legend>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx(
            "h-6 whitespace-nowrap px-2 text-2xs font-medium focus-visible:-outline-offset-2 pointer-coarse:h-9 pointer-coarse:px-3",
            index > 0 && "border-l border-line",
            option.value === value ? "bg-selected text-fg" : "text-muted hover:bg-hover",
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}

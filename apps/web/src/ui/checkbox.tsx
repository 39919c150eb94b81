import { type ReactNode, useId } from "react";
import { cx } from "../lib/class-names.ts";

interface Props {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
}

/** A yes or no that takes effect when the form is sent. */
export function Checkbox({ label, hint, checked, onChange, name, disabled }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-2 py-1">
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 flex-none accent-(--accent) pointer-coarse:size-5"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block cursor-pointer text-xs font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-note`} className="text-2xs text-subtle">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** A yes or no that takes effect at once. */
export function Switch({ label, hint, checked, onChange, name, disabled }: Props) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 py-1">
      <div className="min-w-0">
        <label htmlFor={id} className="block cursor-pointer text-xs font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-note`} className="text-2xs text-subtle">
            {hint}
          </p>
        )}
      </div>
      <span className="relative mt-0.5 inline-block h-5 w-9 flex-none">
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={checked}
          name={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer absolute -inset-y-0.5 inset-x-0 z-10 m-0 h-6 w-9 cursor-pointer opacity-0"
        />
        <span
          aria-hidden
          className={cx(
            "block h-5 w-9 rounded-full border transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-(--focus) peer-disabled:opacity-60",
            checked ? "border-accent bg-accent" : "border-input bg-surface",
          )}
        />
        <span
          aria-hidden
          className={cx(
            "absolute top-1 size-3 rounded-full border border-transparent transition-[left]",
            checked ? "left-5 bg-on-accent" : "left-1 bg-(--border-input)",
          )}
        />
      </span>
    </div>
  );
}

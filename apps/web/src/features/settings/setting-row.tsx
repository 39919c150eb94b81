import { type ReactNode, useId } from "react";

interface Props {
  label: string;
  hint?: ReactNode;
  /** The control, which carries its own name. */
  children: ReactNode;
}

/** A choice that takes effect at once: what it is at the left, the control at the right. */
export function SettingRow({ label, hint, children }: Props) {
  const id = useId();
  return (
    <fieldset
      aria-labelledby={id}
      className="m-0 flex min-w-0 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-0 border-t border-line p-0 py-3 first:border-t-0 first:pt-0 last:pb-0"
    >
      <div className="min-w-0 flex-1 basis-52">
        <p id={id} className="text-xs font-medium">
          {label}
        </p>
        {hint && <p className="num text-2xs text-subtle">{hint}</p>}
      </div>
      <div className="flex min-w-0 max-w-full items-center gap-2">{children}</div>
    </fieldset>
  );
}

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../lib/class-names.ts";

/** What every form part says beside its control. */
export interface FieldText {
  label: string;
  /** One line below the control; an error takes its place, so that nothing moves. */
  hint?: ReactNode;
  error?: string | undefined;
  /** Marked after the label; everything else is required. */
  optional?: boolean;
}

/** The look of a control one types into or chooses from. */
export const controlClass =
  "h-8 w-full min-w-0 rounded-control border border-input bg-surface px-2.5 text-sm text-fg pointer-coarse:h-11 pointer-coarse:text-md disabled:opacity-60 [&[readonly]]:bg-sunken aria-invalid:border-negative aria-invalid:bg-surface";

/** The id of the line below a control, when there is something to say. */
export function noteIdOf(id: string, { hint, error }: FieldText): string | undefined {
  return hint || error ? `${id}-note` : undefined;
}

/** The line below a control: its hint, or what is wrong and what to do. */
export function FieldNote({ id, hint, error }: Pick<FieldText, "hint" | "error"> & { id: string }) {
  return (
    <div
      id={`${id}-note`}
      className={cx("min-h-6 pt-1 pb-1 text-2xs", error ? "font-medium text-negative" : "text-subtle")}
    >
      {error ? (
        <span className="flex gap-1">
          <CircleAlert size={12} strokeWidth={2} aria-hidden className="mt-0.5 flex-none" />
          {error}
        </span>
      ) : (
        hint
      )}
    </div>
  );
}

/** Label, control and note, one below the other. */
export function Field({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-medium">
        {text.label}
        {text.optional && <span className="ml-1.5 font-normal text-subtle">optional</span>}
      </label>
      {children}
      <FieldNote id={id} hint={text.hint} error={text.error} />
    </div>
  );
}

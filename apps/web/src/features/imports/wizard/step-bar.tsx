import { Check } from "lucide-react";
import { cx } from "../../../lib/class-names.ts";
import { type StepId, steps } from "./steps.ts";

interface Props {
  now: StepId;
  /** The last step that can be gone to. */
  reach: StepId;
  onStep: (step: StepId) => void;
}

/** The five steps: where one is, where one can go. */
export function StepBar({ now, reach, onStep }: Props) {
  const at = steps.findIndex(({ id }) => id === now);
  const last = steps.findIndex(({ id }) => id === reach);
  return (
    <nav aria-label="Steps of the import" className="card overflow-hidden">
      <ol className="grid grid-cols-5 divide-x divide-line">
        {steps.map(({ id, title, about }, index) => (
          <li key={id} className="min-w-0">
            <button
              type="button"
              disabled={index > last}
              aria-current={id === now ? "step" : undefined}
              onClick={() => onStep(id)}
              className={cx(
                "flex h-full w-full items-center gap-2 px-2 py-2 text-left focus-visible:-outline-offset-2 max-sm:flex-col max-sm:gap-1 max-sm:px-1 max-sm:text-center sm:px-4",
                id === now ? "bg-selected" : "enabled:hover:bg-hover",
              )}
            >
              <span
                aria-hidden
                className={cx(
                  "num grid size-5 flex-none place-items-center rounded-full border text-2xs",
                  id === now ? "border-accent bg-accent text-on-accent" : "border-input text-muted",
                )}
              >
                {index < at ? <Check size={12} strokeWidth={2} /> : index + 1}
              </span>
              <span className="min-w-0">
                <span className={cx("block truncate text-xs font-medium", index > last && "text-subtle")}>
                  {title}
                </span>
                <span className="block truncate text-2xs text-subtle max-lg:hidden">{about}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

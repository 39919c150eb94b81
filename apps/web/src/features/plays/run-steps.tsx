import { stepChannels, stepRoles } from "@termwise/core/facts";
import { Check } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { dayText } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";
import type { Run } from "./plays.ts";

interface Props {
  run: Run;
  onComplete: (task: string, title: string) => void;
}

/** The steps of a run: who does what by when; the circle completes the task of a step. */
export function RunSteps({ run, onComplete }: Props) {
  return (
    <ol className="text-xs">
      {run.steps.map((step) => (
        <li
          key={`${step.day} ${step.title}`}
          className="flex items-start gap-2 border-t border-line py-1.5 first:border-t-0"
        >
          <Circle step={step} onComplete={onComplete} />
          <span className="min-w-0 flex-1">
            <span className={cx("font-medium", step.state === "skipped" && "text-subtle line-through")}>
              {step.title}
            </span>
            <span className="block text-2xs text-muted">
              Day {step.day}, {stepRoles[step.role]}, {stepChannels[step.how]}
              {step.assignee && `: ${step.assignee}`}
            </span>
          </span>
          <span
            className={cx(
              "num flex-none text-2xs",
              step.state === "overdue" ? "text-negative" : "text-muted",
            )}
          >
            {stepText(step)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stepText({ state, dueOn, doneAt }: Run["steps"][number]): string {
  if (state === "done") return doneAt ? `Done ${dayText(doneAt.slice(0, 10))}` : "Done";
  if (state === "skipped") return "Left out";
  if (dueOn === null) return "";
  return state === "overdue" ? `Overdue since ${dayText(dueOn)}` : `Due ${dayText(dueOn)}`;
}

function Circle({ step, onComplete }: { step: Run["steps"][number] } & Pick<Props, "onComplete">) {
  const done = step.state === "done";
  const mark = (
    <span
      className={cx(
        "flex size-4.5 items-center justify-center rounded-full border",
        done ? "border-accent bg-accent text-on-accent" : "border-input",
      )}
      aria-hidden
    >
      {done && <Check size={11} strokeWidth={2.5} />}
    </span>
  );
  const { task } = step;
  const place = "flex size-6 flex-none items-center justify-center rounded-full pointer-coarse:size-9";
  if (task === null || !mayI("tasks.complete") || (step.state !== "open" && step.state !== "overdue"))
    return (
      <span className={place}>
        {mark}
        <span className="sr-only">{done ? "Done" : step.state === "skipped" ? "Left out" : "Not begun"}</span>
      </span>
    );
  return (
    <button
      type="button"
      aria-label={`Complete: ${step.title}`}
      onClick={() => onComplete(task, step.title)}
      className={cx(place, "hover:text-accent [&:hover>span]:border-accent")}
    >
      {mark}
    </button>
  );
}

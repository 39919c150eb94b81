import { handoffGates } from "@termwise/core/handoff";
import { dayText, momentText } from "../../lib/format.ts";
import type { Handoff } from "./handoff.ts";
import { GateMark } from "./status-mark.tsx";
import { reasonText } from "./waiting.ts";

/** The dated gates of a handoff: what each is, how it stands and why. */
export function Gates({ handoff }: { handoff: Handoff }) {
  return (
    <section aria-labelledby="gates-title" className="card px-4 pt-3 pb-2 text-xs">
      <h2 id="gates-title" className="text-sm font-semibold">
        Gates
      </h2>
      <ul aria-label="Gates" className="mt-1">
        {handoff.gates.map(({ gate, state, reason, doneAt, dueAt, dueOn }) => (
          <li key={gate} className="flex gap-2 py-1.5">
            <span className="mt-1">
              <GateMark state={state} />
            </span>
            <span className="min-w-0">
              <span className="font-medium">{handoffGates[gate]}</span>
              <span className="block text-2xs text-muted">{reasonText(reason)}.</span>
              {(doneAt || state !== "met") && (
                <span className="num block text-2xs text-subtle">
                  {doneAt
                    ? momentText(doneAt)
                    : dueAt
                      ? `Due ${momentText(dueAt)}`
                      : dueOn
                        ? `Due ${dayText(dueOn)}`
                        : "Due before the kickoff"}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { ChevronDown, ChevronRight } from "lucide-react";
import type { BridgeRow } from "./arr-bridge.ts";

interface Props {
  /** Steps that have reasons. */
  steps: readonly BridgeRow[];
  expanded: readonly string[];
  onChange: (expanded: string[]) => void;
}

/** Opens steps up by reason. */
export function ByReason({ steps, expanded, onChange }: Props) {
  if (steps.length === 0) return null;
  const toggle = (step: string) =>
    onChange(
      expanded.includes(step) ? expanded.filter((other) => other !== step) : [...expanded, step].sort(),
    );
  return (
    <fieldset className="m-0 flex flex-wrap items-center gap-1 p-0">
      <legend className="sr-only">By reason</legend>
      {steps.map(({ key, name }) => {
        const open = expanded.includes(key);
        const Mark = open ? ChevronDown : ChevronRight;
        return (
          <button
            key={key}
            type="button"
            aria-pressed={open}
            onClick={() => toggle(key)}
            title={`${name} by reason`}
            className="inline-flex h-6 items-center gap-0.5 rounded-control px-1.5 text-2xs font-medium text-muted hover:bg-hover aria-pressed:bg-selected aria-pressed:text-fg pointer-coarse:h-9"
          >
            <Mark size={12} strokeWidth={1.75} aria-hidden />
            {name}
          </button>
        );
      })}
    </fieldset>
  );
}

import { Trash2 } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { controlClass } from "../../ui/field.tsx";

/** A milestone while it is being written. */
export interface MilestoneDraft {
  readonly key: number;
  readonly what: string;
  readonly kind: "timeline" | "feature" | "integration" | "outcome";
  readonly day: string;
  readonly goLive: boolean;
  readonly doneOn: string;
}

const kinds = {
  timeline: "Timeline",
  feature: "Feature",
  integration: "Integration",
  outcome: "Outcome",
} as const;

interface Props {
  milestones: readonly MilestoneDraft[];
  onChange: (milestones: readonly MilestoneDraft[]) => void;
  error: string | undefined;
}

/** What is to be reached by which day after the close, line by line. */
export function MilestonesField({ milestones, onChange, error }: Props) {
  const change = (key: number, patch: Partial<MilestoneDraft>) =>
    onChange(milestones.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const add = () =>
    onChange([
      ...milestones,
      {
        key: Math.max(0, ...milestones.map((one) => one.key)) + 1,
        what: "",
        kind: "timeline",
        day: "",
        goLive: false,
        doneOn: "",
      },
    ]);
  return (
    <fieldset className="m-0 mb-3 min-w-0 p-0" data-invalid={error !== undefined} tabIndex={-1}>
      <legend className="mb-1 text-xs font-medium">Milestones</legend>
      <ul className="flex flex-col gap-2">
        {milestones.map((one, at) => (
          <li key={one.key} className="rounded-card border border-line p-2">
            <div className="flex items-center gap-2">
              <input
                type="text"
                aria-label={`Milestone ${at + 1}`}
                placeholder="First automated report"
                maxLength={300}
                value={one.what}
                onChange={(event) => change(one.key, { what: event.target.value })}
                className={controlClass}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove milestone ${at + 1}`}
                onClick={() => onChange(milestones.filter((other) => other.key !== one.key))}
              >
                <Trash2 size={14} strokeWidth={1.5} aria-hidden />
              </button>
            </div>
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
              <label className="flex items-center gap-1.5">
                Day
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={3650}
                  value={one.day}
                  onChange={(event) => change(one.key, { day: event.target.value })}
                  className={`${controlClass} w-20!`}
                />
                after the close
              </label>
              <select
                aria-label={`Kind of milestone ${at + 1}`}
                value={one.kind}
                onChange={(event) => {
                  const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find(
                    (of) => of === event.target.value,
                  );
                  if (kind) change(one.key, { kind });
                }}
                className={`${controlClass} w-auto!`}
              >
                {Object.entries(kinds).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <label className="flex items-center gap-1.5">
                <input
                  type="checkbox"
                  checked={one.goLive}
                  onChange={(event) => change(one.key, { goLive: event.target.checked })}
                  className="size-4 accent-(--accent) pointer-coarse:size-5"
                />
                Go-live
              </label>
            </div>
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={add}>
        Add a milestone
      </Button>
      {error && <p className="pt-1 text-2xs font-medium text-negative">{error}</p>}
    </fieldset>
  );
}

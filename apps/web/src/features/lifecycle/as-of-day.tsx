import { useId } from "react";
import { isDay } from "../../lib/months.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";

/** The day that is shown: today, or a day past of the address. */
export function useShownDay(): { on: string | undefined; past: boolean } {
  const { search } = useSearchState();
  const { today } = useWorkspace();
  const asked = search["asof"];
  const past = asked !== undefined && asked < today;
  return { on: past ? asked : undefined, past };
}

/** Chooses the day stages are told for. */
export function AsOfDay() {
  const { change } = useSearchState();
  const { today } = useWorkspace();
  const { on, past } = useShownDay();
  const id = useId();
  return (
    <div className="flex flex-none items-center gap-1.5 text-xs">
      <label htmlFor={id} className="text-subtle">
        As of
      </label>
      <input
        id={id}
        type="date"
        key={on ?? today}
        defaultValue={on ?? today}
        max={today}
        onChange={({ target: { value } }) => {
          if (isDay(value) && value <= today) change({ asof: value === today ? undefined : value });
        }}
        className="num h-7 rounded-control border border-input bg-surface px-2 text-xs pointer-coarse:h-9"
      />
      {past && (
        <button
          type="button"
          className="h-7 rounded-control px-2 text-xs font-medium text-link hover:bg-hover pointer-coarse:h-9"
          onClick={() => change({ asof: undefined })}
        >
          Today
        </button>
      )}
    </div>
  );
}

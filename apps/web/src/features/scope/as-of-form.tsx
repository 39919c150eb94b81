import { useState } from "react";
import { isDay } from "../../lib/months.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";

/** Chooses the day up to which is known what is counted. */
export function AsOfForm({ close }: { close: () => void }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const asOf = search["asof"];
  const [wrong, setWrong] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const day = String(new FormData(event.currentTarget).get("asof"));
        if (!isDay(day)) return setWrong(true);
        close();
        change({ asof: day });
      }}
    >
      <p className="text-2xs text-subtle">
        What was known at the end of a day: facts that were recorded later are left out.
      </p>
      <div className="mt-2 flex items-end gap-2">
        <label className="flex-1 text-2xs text-muted">
          Known by
          <input
            type="date"
            name="asof"
            defaultValue={asOf ?? today}
            max={today}
            aria-invalid={wrong}
            className="num h-8 w-full rounded-control border border-input bg-surface px-2 text-xs"
          />
        </label>
        <Button type="submit" size="large">
          Apply
        </Button>
        {asOf && (
          <Button
            size="large"
            onClick={() => {
              close();
              change({ asof: undefined });
            }}
          >
            Now
          </Button>
        )}
      </div>
      {wrong && (
        <p role="alert" className="mt-1 text-2xs text-negative">
          Choose a day.
        </p>
      )}
    </form>
  );
}

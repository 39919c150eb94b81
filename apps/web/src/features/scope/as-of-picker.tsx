import { useState } from "react";
import { dayText } from "../../lib/format.ts";
import { isDay } from "../../lib/months.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";

/** The moment of knowledge: everything recorded so far, or what was known at the end of a day. */
export function AsOfPicker({ className = "" }: { className?: string }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const asOf = search["asof"];
  const [wrong, setWrong] = useState(false);
  return (
    <Popover
      label="As of"
      align="end"
      chevron
      className={className}
      trigger={
        <>
          <span className="text-subtle">As of</span>
          <span className="font-medium">{asOf ? dayText(asOf) : "now"}</span>
        </>
      }
    >
      {(close) => (
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
      )}
    </Popover>
  );
}

import { useState } from "react";
import { monthText } from "../../lib/format.ts";
import { lastDayOf } from "../../lib/months.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { type PeriodKind, periodKindOf, periodOptions } from "./period-options.ts";

const kinds: readonly { value: PeriodKind; label: string }[] = [
  { value: "ttm", label: "12 months" },
  { value: "t3m", label: "3 months" },
  { value: "month", label: "Month" },
  { value: "quarter", label: "Quarter" },
  { value: "year", label: "Year" },
];

/** The periods to choose from; they come when the picker is opened. */
export function PeriodChoices({ close }: { close: () => void }) {
  const { search, change } = useSearchState();
  const { months, fiscalYearStart } = useWorkspace();
  const standing = `ttm:${months.lastClosed}`;
  const period = search["period"] ?? standing;
  const [kind, setKind] = useState<PeriodKind>(periodKindOf(period));
  const choose = (next: string) => {
    close();
    change({ period: next === standing ? undefined : next });
  };
  return (
    <>
      <Segmented label="Kind of period" value={kind} options={kinds} onChange={setKind} />
      <div className="mt-3 grid max-h-64 grid-cols-3 gap-1 overflow-auto">
        {periodOptions(kind, months, fiscalYearStart).map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === period}
            onClick={() => choose(option.value)}
            className="h-8 rounded-control px-2 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-selected aria-pressed:font-medium"
          >
            {option.label}
          </button>
        ))}
      </div>
      <RangeForm
        initial={
          /\.\./.test(period)
            ? period
            : `${months.lastClosed.slice(0, 4)}-01-01..${lastDayOf(months.lastClosed)}`
        }
        onChoose={choose}
      />
      <p className="mt-3 text-2xs text-subtle">
        Data from {monthText(months.first)}; {monthText(months.lastClosed)} is the last closed month.
      </p>
    </>
  );
}

function RangeForm({ initial, onChoose }: { initial: string; onChoose: (period: string) => void }) {
  const [from = "", to = ""] = initial.split("..");
  const [wrong, setWrong] = useState(false);
  const field =
    "num h-8 w-full rounded-control border border-input bg-surface px-2 text-xs aria-invalid:border-negative";
  return (
    <form
      className="mt-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const [first, last] = [String(form.get("from")), String(form.get("to"))];
        if (!first || !last || first > last) return setWrong(true);
        onChoose(`${first}..${last}`);
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <label className="min-w-0 text-2xs text-muted">
          From
          <input type="date" name="from" defaultValue={from} className={field} aria-invalid={wrong} />
        </label>
        <label className="min-w-0 text-2xs text-muted">
          To, included
          <input type="date" name="to" defaultValue={to} className={field} aria-invalid={wrong} />
        </label>
      </div>
      {wrong && (
        <p role="alert" className="mt-1 text-2xs text-negative">
          Choose two days, the first not after the second.
        </p>
      )}
      <Button type="submit" className="mt-2">
        Apply these days
      </Button>
    </form>
  );
}

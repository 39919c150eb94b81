import { ChevronLeft, ChevronRight } from "lucide-react";
import { counted, monthText } from "../../lib/format.ts";
import { monthAt, monthIndex } from "../../lib/months.ts";
import { useMedia } from "../../lib/use-media.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Agenda } from "./agenda.tsx";
import { type BookEvent, useCalendar } from "./book.ts";
import { weeksOf } from "./month-days.ts";
import { MonthTable } from "./month-table.tsx";

/** What falls on which day of a month: side by side as weeks, or where there is no room as a list of days. */
export function Calendar({ words }: { words: string }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const narrow = useMedia("(max-width: 767px)");
  const month = search["month"] ?? today.slice(0, 7);
  const weeks = weeksOf(month);
  const query = useCalendar(weeks[0]?.[0] ?? today, weeks.at(-1)?.at(-1) ?? today);
  const go = (by: number) => {
    const next = monthAt(monthIndex(month) + by);
    change({ month: next === today.slice(0, 7) ? undefined : next });
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2 text-xs">
        <button type="button" className="icon-button" aria-label="The month before" onClick={() => go(-1)}>
          <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
        </button>
        <h3 className="min-w-20 text-center font-semibold">{monthText(month)}</h3>
        <button type="button" className="icon-button" aria-label="The month after" onClick={() => go(1)}>
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
        </button>
        {month !== today.slice(0, 7) && (
          <Button look="quiet" onClick={() => change({ month: undefined })}>
            This month
          </Button>
        )}
        <span role="status" className="num ml-auto text-2xs text-subtle">
          {query.data && counted(ofMonth(query.data.events, month, words).length, "entry", "entries")}
        </span>
      </div>
      <Loaded query={query} what="The calendar" skeleton={<Skeleton className="h-96" />}>
        {({ events }) =>
          narrow ? (
            <Agenda events={ofMonth(events, month, words)} today={today} month={month} />
          ) : (
            <MonthTable events={found(events, words)} weeks={weeks} month={month} today={today} />
          )
        }
      </Loaded>
    </>
  );
}

function found(events: readonly BookEvent[], words: string): BookEvent[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
}

const ofMonth = (events: readonly BookEvent[], month: string, words: string): BookEvent[] =>
  found(events, words).filter(({ on }) => on.startsWith(month));

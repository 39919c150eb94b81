import { useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { count, dayText, monthText } from "../../lib/format.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import type { BookEvent } from "./book.ts";
import { EventLink } from "./event-link.tsx";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** So many entries of a day are in sight at once. */
const atOnce = 3;

interface Props {
  events: readonly BookEvent[];
  weeks: readonly (readonly string[])[];
  month: string;
  today: string;
}

/** A month as a table: a row for each week, a cell for each day. */
export function MonthTable({ events, weeks, month, today }: Props) {
  return (
    <ScrollRegion label={`Calendar, ${monthText(month)}`} className="overflow-x-auto">
      <table className="w-full min-w-[720px] table-fixed border-collapse text-2xs">
        <caption className="sr-only">What falls on which day of {monthText(month)}</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th
                key={weekday}
                scope="col"
                className="h-8 border-t border-line px-2 text-left font-medium text-muted"
              >
                <abbr title={weekday} className="no-underline">
                  {weekday.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  outside={!day.startsWith(month)}
                  isToday={day === today}
                  events={events.filter(({ on }) => on === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface CellProps {
  day: string;
  outside: boolean;
  isToday: boolean;
  events: readonly BookEvent[];
}

function DayCell({ day, outside, isToday, events }: CellProps) {
  const [all, setAll] = useState(false);
  const left = events.length - atOnce;
  return (
    <td
      data-day={day}
      aria-current={isToday ? "date" : undefined}
      className={cx(
        "h-24 border-t border-line p-1 align-top not-first:border-l",
        outside && "bg-sunken",
        isToday && "bg-selected",
      )}
    >
      <p className={cx("num px-1 pb-0.5", isToday ? "font-semibold text-fg" : "text-muted")}>
        <time dateTime={day}>
          <span aria-hidden>{Number(day.slice(8))}</span>
          <span className="sr-only">{dayText(day)}</span>
        </time>
        {isToday && <span className="ml-1.5">Today</span>}
      </p>
      {events.length > 0 && (
        <ul>
          {events.slice(0, all ? undefined : atOnce).map((event) => (
            <li key={`${event.accountId} ${event.kind} ${event.what}`}>
              <EventLink event={event} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <button
          type="button"
          aria-expanded={all}
          className="min-h-6 rounded-sm px-1 text-link hover:underline"
          onClick={() => setAll(!all)}
        >
          {all ? "Show less" : `${count(left)} more`}
          <span className="sr-only"> on {dayText(day)}</span>
        </button>
      )}
    </td>
  );
}

import { dayText, monthText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import type { BookEvent } from "./book.ts";
import { EventLink } from "./event-link.tsx";

interface Props {
  events: readonly BookEvent[];
  month: string;
  today: string;
}

/** The days of a month on which anything falls, one below the other. */
export function Agenda({ events, month, today }: Props) {
  const days = [...new Set(events.map(({ on }) => on))];
  if (days.length === 0)
    return (
      <p className="border-t border-line px-4 py-6 text-center text-xs text-muted">
        Nothing falls in {monthText(month)}.
      </p>
    );
  return (
    <ol aria-label={`Days of ${monthText(month)}`}>
      {days.map((day) => (
        <li key={day} className="border-t border-line px-4 py-2">
          <h4 className="num flex items-center gap-2 text-xs font-medium">
            {dayText(day)} {day === today && <Chip tone="info">Today</Chip>}
          </h4>
          <ul className="-mx-1">
            {events
              .filter(({ on }) => on === day)
              .map((event) => (
                <li key={`${event.accountId} ${event.kind} ${event.what}`}>
                  <EventLink event={event} wide />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

import { useState } from "react";
import { momentText } from "../../lib/format.ts";
import { instantOf, localMoment } from "../../lib/moments.ts";
import { saveText } from "../../lib/save-file.ts";
import { Button } from "../../ui/button.tsx";
import { calendarText } from "./calendar.ts";
import { mayDrive, type Session, type SessionActions } from "./session.ts";

/** When a session that has not begun is to begin: set, changed, taken into a calendar. */
export function When({ session, actions }: { session: Session; actions: SessionActions }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { startsAt } = session;
  const keep = async () => {
    const at = typed === null || typed === "" ? null : instantOf(typed);
    if (await actions.schedule(at)) setTyped(null);
  };
  if (typed !== null)
    return (
      <form
        className="flex flex-col gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <input
          type="datetime-local"
          aria-label="When it begins"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="h-8 w-full min-w-0 rounded-control border border-input bg-surface px-2 text-xs pointer-coarse:h-11"
        />
        <span className="flex gap-1.5">
          <Button type="submit" look="primary">
            Keep it
          </Button>
          <Button onClick={() => setTyped(null)}>Cancel</Button>
        </span>
      </form>
    );
  return (
    <>
      {startsAt ? momentText(startsAt) : "Whenever it is started"}
      {mayDrive(session, "schedule") && (
        <span className="-ml-2.5 flex flex-wrap">
          <Button look="quiet" onClick={() => setTyped(startsAt ? localMoment(new Date(startsAt)) : "")}>
            {startsAt ? "Change" : "Set a time"}
          </Button>
          {startsAt && (
            <Button
              look="quiet"
              onClick={() => saveText(`${session.id}.ics`, asText(session), "text/calendar")}
            >
              Calendar file
            </Button>
          )}
        </span>
      )}
    </>
  );
}

const asText = ({ id, title, startsAt, minutes, clock }: Session): string =>
  calendarText({
    id,
    title,
    startsAt: startsAt ?? clock.at,
    minutes,
    address: `${location.origin}/glossary/sessions/${id}`,
    at: clock.at,
  });

import { cx } from "../../lib/class-names.ts";
import { momentText } from "../../lib/format.ts";
import { Term } from "../../ui/term.tsx";
import type { Run } from "./plays.ts";
import { hoursText } from "./words.ts";

/** The clock from the trigger to the first step done: in time, running, or late. */
export function RunClock({ run: { activation, firstStepHours } }: { run: Run }) {
  if (activation === null) return null;
  const { minutes, done, met, dueAt } = activation;
  return (
    <p className="text-xs text-muted">
      <Term id="save-play-activation-time">First step</Term>:{" "}
      <span className={cx("num font-medium", met === false ? "text-negative" : "text-fg")}>
        {done ? `after ${hoursText(minutes)}` : `${hoursText(minutes)} so far`}
      </span>{" "}
      of {firstStepHours} h
      {met === false ? ", late" : met === true ? ", in time" : `, due by ${momentText(dueAt)}`}
    </p>
  );
}

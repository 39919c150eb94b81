import { useEffect, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { momentText } from "../../lib/format.ts";
import { durationText, untilNextText } from "./duration.ts";

/** By how many milliseconds the server's clock is ahead of this device's, from an answer and when it came. */
export function aheadBy(now: string, receivedAt: number): number {
  return Date.parse(now) - receivedAt;
}

/** Milliseconds left until a moment on the server's clock; looked at again whenever its text changes. */
function useTimeLeft(until: string, ahead: number): number {
  const read = () => Date.parse(until) - Date.now() - ahead;
  const [left, setLeft] = useState(read);
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      const now = Date.parse(until) - Date.now() - ahead;
      setLeft(now);
      timer = window.setTimeout(tick, untilNextText(now));
    };
    tick();
    return () => clearTimeout(timer);
  }, [until, ahead]);
  return left;
}

interface Props {
  /** The deadline. */
  until: string;
  /** By how much the server's clock is ahead, as {@link aheadBy} tells. */
  ahead: number;
  /** What is due, before the time: "Packet due". */
  what: string;
  className?: string;
}

/**
 * How long there is until a deadline, or since it. It goes on by itself when the minute changes, and tells nobody: a
 * reader of the screen hears it when they come to it.
 */
export function Countdown({ until, ahead, what, className }: Props) {
  const left = useTimeLeft(until, ahead);
  return (
    <time
      dateTime={until}
      title={momentText(until)}
      className={cx("num", left < 0 && "text-negative", className)}
    >
      {left < 0 ? `${what} ${durationText(left)} ago` : `${what} in ${durationText(left)}`}
    </time>
  );
}

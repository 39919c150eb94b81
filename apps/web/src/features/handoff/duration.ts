const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in at most two units, never rounded up: `12 h 5 min`, `3 d 4 h`, `less than a minute`. */
export function durationText(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < minute) return "less than a minute";
  if (length < hour) return `${Math.floor(length / minute)} min`;
  const [whole, rest] =
    length < 3 * day
      ? [`${Math.floor(length / hour)} h`, Math.floor((length % hour) / minute)]
      : [`${Math.floor(length / day)} d`, Math.floor((length % day) / hour)];
  return rest === 0 ? whole : `${whole} ${rest} ${length < 3 * day ? "min" : "h"}`;
}

/** Days with one decimal, as a median is shown: `2.5`. */
export function daysText(milliseconds: number): string {
  return (milliseconds / day).toFixed(1);
}

/** Milliseconds until the text of a countdown changes, so that it ticks no more often than it has to. */
export function untilNextText(milliseconds: number): number {
  const length = Math.abs(milliseconds);
  const step = length < 3 * day ? minute : hour;
  return milliseconds >= 0 ? (length % step) + 50 : step - (length % step) + 50;
}

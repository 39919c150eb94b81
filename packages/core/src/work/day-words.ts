import { type Day, daysBetween, type Instant } from "../kernel/index.ts";

/** How far a day is: "today", "in 12 d", "3 d late". */
export function dueIn(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  if (days === 0) return "today";
  return days > 0 ? `in ${days} d` : `${-days} d late`;
}

/** How far a day to come is: "today", "in 12 d"; one that is past "12 d ago". */
export function away(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  if (days === 0) return "today";
  return days > 0 ? `in ${days} d` : `${-days} d ago`;
}

/** How far a moment is: "in 48 min", "in 5 h", "3 d late". */
export function dueInTime(at: Instant, now: Instant): string {
  const minutes = Math.floor(Math.abs(Date.parse(at) - Date.parse(now)) / 60_000);
  const size =
    minutes < 60
      ? `${minutes} min`
      : minutes < 2_880
        ? `${Math.floor(minutes / 60)} h`
        : `${Math.floor(minutes / 1_440)} d`;
  return at >= now ? `in ${size}` : `${size} late`;
}

/** "1 section", "3 sections". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

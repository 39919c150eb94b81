/** A day as its ISO number as text, Monday `1` to Sunday `7`. */
export type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** The days of a week, Monday first. */
export const weekdays: readonly { value: Weekday; label: string }[] = [
  { value: "1", label: "Monday" },
  { value: "2", label: "Tuesday" },
  { value: "3", label: "Wednesday" },
  { value: "4", label: "Thursday" },
  { value: "5", label: "Friday" },
  { value: "6", label: "Saturday" },
  { value: "7", label: "Sunday" },
];

const short = (weekday: Weekday) => weekdays[Number(weekday) - 1]?.label.slice(0, 3) ?? weekday;

/** Days in a line: runs of three and more are a span, `Mon to Fri`, others are named, `Mon, Wed`. */
export function weekdaysText(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run && Number(day) === Number(run.at(-1)) + 1) run.push(day);
    else runs.push([day]);
  }
  const text = (run: readonly Weekday[]) =>
    run.length > 2 ? [`${short(run[0] ?? "1")} to ${short(run.at(-1) ?? "7")}`] : run.map(short);
  return runs.flatMap(text).join(", ");
}

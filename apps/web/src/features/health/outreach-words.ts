import type { Outputs } from "../../lib/trpc.ts";

type State = Outputs["health"]["detractors"]["rows"][number]["state"];

/** Whether a detractor heard from us, in words and in few, with the look. */
export const outreachStates: Readonly<
  Record<State, { name: string; short: string; tone: "positive" | "negative" | "warning" }>
> = {
  in_time: { name: "Reached in time", short: "In time", tone: "positive" },
  late: { name: "Reached late", short: "Late", tone: "negative" },
  open: { name: "Due", short: "Due", tone: "warning" },
  overdue: { name: "Not reached in time", short: "Overdue", tone: "negative" },
};

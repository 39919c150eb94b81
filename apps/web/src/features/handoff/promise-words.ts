import type { PromiseState } from "@termwise/core/facts";
import { dayText, momentText } from "../../lib/format.ts";
import type { Handoff } from "./handoff.ts";

/** A promise made to the customer. */
export type Promised = Handoff["promises"][number];

/** How each state of a promise is said. */
export const promiseWords = {
  open: "Open",
  kept: "Kept",
  at_risk: "At risk",
  broken: "Broken",
} as const satisfies Record<PromiseState, string>;
/** How each state of a promise looks. */
export const promiseTones = {
  open: "neutral",
  kept: "positive",
  at_risk: "warning",
  broken: "negative",
} as const;

/** Who said it, who keeps it, and by when. */
export function aboutPromise({ saidBy, owner, dueOn }: Promised): string {
  return [
    saidBy === null ? null : `said by ${saidBy}`,
    owner === null ? "nobody owns it" : `owner ${owner}`,
    dueOn === null ? "no day" : `due ${dayText(dueOn)}`,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** Whether the CSE was told, and whether that was in time. */
export function toldText({ cseInformedAt, toldInTime }: Promised): string {
  if (cseInformedAt === null) return "The CSE was not told.";
  const late = toldInTime === false ? ", after the kickoff" : "";
  return `The CSE was told ${momentText(cseInformedAt)}${late}.`;
}

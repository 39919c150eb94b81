/**
 * How a handoff goes. `good` and `returned` are on time in the end; `draft`, `ready` and `returned_open` are under way and
 * got stuck there; the others are late, each for its own reason.
 */
export type HandoffKind =
  | "good"
  | "returned"
  | "late_packet"
  | "empty_at_kickoff"
  | "unsigned"
  | "untold"
  | "never_moved"
  | "never_written"
  | "draft"
  | "ready"
  | "returned_open";

/** Who answers for technical promises. */
export const engineer = "Yuki Tanabe-Ross";

/** Handoffs of the last weeks that got no further than their packet. */
export const stuck: ReadonlySet<HandoffKind> = new Set(["draft", "ready", "returned_open"]);

/** Closes of the last so many days can be stuck. */
export const stuckDays = 70;

/** Handoffs are on record for closes of the last so many days; contracts from before stand without one. */
export const handoffEra = 450;

/** How a handoff goes. All but `good` and `returned` end late, each for its own reason. */
export type HandoffKind =
  | "good"
  | "returned"
  | "late_packet"
  | "empty_at_kickoff"
  | "unsigned"
  | "untold"
  | "never_moved"
  | "never_written";

/** Who answers for technical promises. */
export const engineer = "Yuki Tanabe-Ross";

// The words of tasks and of the today queue. Without the validator, so that screens can take them alone.

/** When a task falls due, in the order tasks are listed. */
export const dueGroups = {
  overdue: "Overdue",
  today: "Today",
  week: "Next 7 days",
  later: "Later",
  undated: "Without a day",
  snoozed: "Put off",
  closed: "Done or dropped",
} as const;
/** One group of {@link dueGroups}. */
export type DueGroup = keyof typeof dueGroups;

/** What can bring an account into the today queue; of two that press equally the earlier one here is shown. */
export const queueKinds = {
  health: "Health",
  handoff: "Handoff",
  promise: "Promise",
  task: "Task",
  use: "Use",
  flag: "Red flag",
  renewal: "Renewal",
  preparation: "Renewal preparation",
  people: "People",
  gate: "Gate",
  stale: "Stale evidence",
  divergence: "Divergence",
  ownership: "Ownership",
  touch: "Touch",
} as const;
/** One kind of {@link queueKinds}. */
export type QueueKind = keyof typeof queueKinds;

/** How the today queue is ranked, as it is printed beside it. */
export const rankFormula = "Rank = ARR in thousands × chance of loss × urgency";

/** What the factors of the rank are, as it is printed beside it. */
export const rankFactors =
  "Chance of loss: what became of renewals that stood alike, joined by the risk score of the account, its health and open red flags; 0.50 while nothing was measured. Urgency = 90 ÷ days to the deadline or the renewal, whichever is nearer, of an account at risk to the renewal, from 0.50 to 3.00. Accounts at risk have the same rank in the at-risk queue.";

/** How many accounts the today queue shows at once. */
export const queueLength = 7;

/** What is put on record about pay, each kind with a body of its own. */
export const payRecordKinds = [
  "plan",
  "plan_step",
  "assignment",
  "split",
  "gate",
  "exclusion",
  "loss",
  "achievement",
  "dispute",
  "dispute_note",
  "decision",
  "letter",
  "acknowledgement",
] as const;
/** One kind of what is put on record about pay. */
export type PayRecordKind = (typeof payRecordKinds)[number];

/** What happens to a statement, in this order. */
export const statementSteps = ["reviewed", "published", "paid"] as const;
/** One thing that happens to a statement. */
export type StatementStep = (typeof statementSteps)[number];

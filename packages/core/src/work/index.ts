export { bindings as workBindings } from "./bindings.ts";
export { type WorkContext, workChecks } from "./checks.ts";
export {
  type DueGroup,
  dueGroups,
  type QueueKind,
  queueKinds,
  queueLength,
  rankFactors,
  rankFormula,
} from "./names.ts";
export { heldAs } from "./own-book.ts";
export type { QueueAsked, QueueCase, QueueHealth, QueueLine, QueuePlace, Side } from "./queue-line.ts";
export type { Rank } from "./rank.ts";
export { rankOf, unknownChance } from "./rank.ts";
export type { Repeats } from "./repeats.ts";
export { type SeatShare, seatShares } from "./seat-share.ts";
export { byDue, completed, type Task, type TaskEntry, taskOn, tasksOn } from "./tasks.ts";
export { terms as workTerms } from "./terms.ts";
export { inRank, linesOf, type QueueCard, todayQueue } from "./today.ts";
export { isTaskOf } from "./whose-task.ts";

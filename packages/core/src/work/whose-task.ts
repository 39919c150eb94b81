import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { heldAs, sidesOf } from "./own-book.ts";
import type { TaskEntry } from "./tasks.ts";

/** Whether a task of a customer is somebody's to do: they are assigned to it, or nobody is and they keep the customer. */
export function isTaskOf(
  record: CustomerRecord,
  { assignee }: Pick<TaskEntry, "assignee">,
  isTheirs: (name: string) => boolean,
  on: Day,
): boolean {
  if (assignee !== null) return isTheirs(assignee);
  return heldAs(record, isTheirs, on).length > 0 && sidesOf(record, isTheirs, on).includes("cs");
}

import type { TaskSource } from "../../facts/index.ts";
import { dueIn } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";
import { tasksOn } from "../tasks.ts";

const sourceWords: Readonly<Record<TaskSource, string | null>> = {
  manual: null,
  gate: "It came from a gate.",
  promise: "It came from a promise.",
  renewal: "It came from the renewal.",
  handoff: "It came from the handoff.",
  divergence: "It came from a divergence between systems.",
  ownership: "It came from a gap in ownership.",
  review: "It came from a review of figures.",
  play: "It is a step of a play.",
  health: "It came from the health of the account.",
};

/** Tasks due today or overdue, of whoever asks; those of nobody are for who keeps the customer. */
export function taskLines({ record }: QueueCase, { today, isMine }: QueueAsked): QueueLine[] {
  return tasksOn(record, today).flatMap(({ fact, due }): QueueLine[] => {
    const { title, assignee, dueOn, source, note } = fact.entry;
    if (dueOn === null || (due !== "overdue" && due !== "today")) return [];
    if (assignee !== null && !isMine(assignee)) return [];
    return [
      {
        subject: `task:${fact.entryId}:${dueOn}`,
        kind: "task",
        side: assignee === null ? "cs" : null,
        reason: due === "today" ? `Task due today: ${title}` : `Task ${dueIn(dueOn, today)}: ${title}`,
        detail: note?.split("\n")[0] ?? sourceWords[source] ?? (assignee === null ? "Nobody has it." : null),
        action: "Open task",
        place: "tasks",
        deadline: dueOn,
        dueAt: null,
        task: fact.entryId,
      },
    ];
  });
}

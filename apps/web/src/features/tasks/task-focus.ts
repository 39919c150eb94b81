/** The tasks on the page, from top to bottom, each by the button that opens it. */
const tasksInSight = () => [...document.querySelectorAll<HTMLElement>("[data-task]")];

/** The task that has the focus, or has something in it that has. */
export function focusedTask(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-task]")?.dataset["task"] ?? null;
}

/** Puts the focus on a task of the page; on nothing when it is not there. */
export function focusTask(entryId: string | null): void {
  if (entryId === null) return;
  const row = tasksInSight().find((one) => one.dataset["task"] === entryId);
  row?.querySelector<HTMLElement>("[data-title]")?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** The task below another on the page, else the one above it. */
export function taskAfter(entryId: string): string | null {
  const rows = tasksInSight();
  const at = rows.findIndex((one) => one.dataset["task"] === entryId);
  return (rows[at + 1] ?? rows[at - 1])?.dataset["task"] ?? null;
}

/** Moves the focus a task down or up; from outside of the list it comes to the first. */
export function moveFocus(step: 1 | -1): void {
  const rows = tasksInSight();
  const at = rows.findIndex((one) => one.dataset["task"] === focusedTask());
  const next = at < 0 ? rows[0] : rows[at + step];
  focusTask(next?.dataset["task"] ?? null);
}

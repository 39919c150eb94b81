import type { EntryOf, JournalOf } from "../facts/index.ts";
import type { Day, Instant } from "../kernel/index.ts";
import { type Activation, activationOf } from "./activation.ts";
import { type Intervention, interventionOf, isSaving } from "./intervention.ts";

/** A run of a play as it stands on record. */
export type PlayRun = EntryOf<"play_run">;

/** A step of a run, with how its task stands. */
export interface RunStep {
  readonly title: string;
  readonly role: PlayRun["steps"][number]["role"];
  readonly how: PlayRun["steps"][number]["how"];
  readonly note: string | null;
  readonly day: number;
  readonly task: PlayRun["steps"][number]["task"];
  readonly dueOn: Day | null;
  readonly assignee: string | null;
  /** `waiting`: the run was not begun, or is over and the step was left; `skipped`: its task was dropped. */
  readonly state: "waiting" | "open" | "overdue" | "done" | "skipped";
  /** When it was put on record as done. */
  readonly doneAt: Instant | null;
}

/** A run as it is read at a moment. */
export interface RunReading {
  /** Null where the play is not meant to keep a customer, or was not begun. */
  readonly kind: Intervention | null;
  readonly steps: readonly RunStep[];
  readonly done: number;
  /** The first step that is still to be done. */
  readonly next: RunStep | null;
  /** It runs, and no step is left to be done: what came of it is to be told. */
  readonly through: boolean;
  readonly overdue: number;
  /** Null where it was never begun and is over. */
  readonly activation: Activation | null;
}

type TaskFact = Pick<JournalOf<"task">, "entryId" | "entry" | "at">;

function stepOf(
  step: PlayRun["steps"][number],
  task: TaskFact | undefined,
  { over, today }: { over: boolean; today: Day },
): RunStep {
  const { title, role, how, note, day } = step;
  const base = { title, role, how, note, day, task: step.task };
  if (!task)
    return { ...base, dueOn: null, assignee: null, state: over ? "skipped" : "waiting", doneAt: null };
  const { state, dueOn, assignee } = task.entry;
  const stands =
    state === "done"
      ? "done"
      : state === "cancelled" || over
        ? "skipped"
        : dueOn !== null && dueOn < today
          ? "overdue"
          : "open";
  return { ...base, dueOn, assignee, state: stands, doneAt: state === "done" ? task.at : null };
}

/** How a run stands: its steps by their tasks, what comes next, its 48-hour clock, and whether it is a rescue call. */
export function readRun(
  run: PlayRun,
  tasks: readonly TaskFact[],
  { now, today, cancelAskedAt }: { now: Instant; today: Day; cancelAskedAt: Instant | null },
): RunReading {
  const over = run.state === "stopped" || run.state === "declined" || run.state === "done";
  const steps = run.steps.map((step) =>
    stepOf(
      step,
      tasks.find(({ entryId }) => entryId === step.task),
      { over, today },
    ),
  );
  const doneAt = steps.flatMap((step) => step.doneAt ?? []).sort();
  const firstStepAt = doneAt[0] ?? null;
  const next = steps.find(({ state }) => state === "open" || state === "overdue") ?? null;
  return {
    kind: run.startedAt !== null && isSaving(run.use) ? interventionOf(run.startedAt, cancelAskedAt) : null,
    steps,
    done: steps.filter(({ state }) => state === "done").length,
    next,
    through: run.state === "running" && next === null,
    overdue: steps.filter(({ state }) => state === "overdue").length,
    activation:
      over && firstStepAt === null
        ? null
        : activationOf(run.clockFrom, { firstStepAt, now, hours: run.firstStepHours }),
  };
}

import { momentText } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import type { Column } from "../../ui/data-table.tsx";

/** Who would not recommend us, and whether each heard from us. */
export type Outreach = Outputs["health"]["detractors"];
/** An answer of one of them. */
export type Detractor = Outreach["rows"][number];

/** Whether a detractor heard from us, in words and in few, with the look; what presses most first. */
export const outreachStates: Readonly<
  Record<Detractor["state"], { name: string; short: string; tone: "positive" | "negative" | "warning" }>
> = {
  overdue: { name: "Not reached in time", short: "Overdue", tone: "negative" },
  open: { name: "Due", short: "Due", tone: "warning" },
  late: { name: "Reached late", short: "Late", tone: "negative" },
  in_time: { name: "Reached in time", short: "In time", tone: "positive" },
};

/** How many heard from us in time, as a sentence; else why that is not known. */
export const inTimeText = ({ inTime, reason }: Outreach): string | null =>
  inTime === null ? reason : `${inTime} % heard from us within 48 hours, of those whose 48 hours are over.`;

/** The columns of an answer that every list of detractors has. */
export const answerColumns = {
  score: { key: "score", header: "NPS", numeric: true, cell: ({ score }) => score },
  at: { key: "at", header: "Answered", numeric: true, cell: ({ at }) => momentText(at) },
  state: {
    key: "state",
    header: "Our answer",
    cell: ({ state, dueAt, reachedAt }) => (
      <>
        <Chip tone={outreachStates[state].tone}>{outreachStates[state].name}</Chip>
        <small>{reachedAt ? momentText(reachedAt) : `by ${momentText(dueAt)}`}</small>
      </>
    ),
  },
} satisfies Record<string, Column<Detractor>>;

/** Every state an answer to a detractor can be in, what presses most first. */
export const outreachOrder = ["overdue", "open", "late", "in_time"] as const satisfies Detractor["state"][];

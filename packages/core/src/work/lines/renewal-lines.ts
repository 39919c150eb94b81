import type { RenewalPreparation } from "../../facts/index.ts";
import { addDays, type Day } from "../../kernel/index.ts";
import type { Renewal } from "../../lifecycle/index.ts";
import { away, dueIn } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";

const stepNames: Readonly<Record<RenewalPreparation, string>> = {
  health_check: "health check",
  expansion_talk: "expansion talk",
  contract_review: "contract review",
};

/** So many days before its planned day a preparation comes into the queue. */
const ahead = 7;

/** What the next renewal asks for: beginning the conversation in time, and its three preparations. */
export function renewalLines({ standing: { renewal } }: QueueCase, asked: QueueAsked): QueueLine[] {
  if (renewal === null || renewal.state === "not_open") return [];
  return [...beginning(renewal, asked), ...preparing(renewal, asked)];
}

const base = { side: "cs", place: "renewals", dueAt: null, task: null } as const;

/** How far the renewal is: a term renews on the day after its last one, as lists and the at-risk queue have it. */
const renews = ({ termEndsOn }: Renewal, { today }: QueueAsked): string =>
  `Renewal ${away(addDays(termEndsOn, 1), today)}`;

function beginning(renewal: Renewal, asked: QueueAsked): QueueLine[] {
  const { state, termEndsOn, latestStartOn, owner } = renewal;
  if (state !== "due" && state !== "late") return [];
  const [{ today }, when] = [asked, renews(renewal, asked)];
  return [
    {
      ...base,
      subject: `renewal:${termEndsOn}:${state}`,
      kind: "renewal",
      reason:
        state === "late"
          ? `${when}, conversation ${dueIn(latestStartOn, today)}`
          : `${when}, conversation to begin ${latestStartOn === today ? "today" : `by ${latestStartOn}`}`,
      detail: owner === null ? "Nobody owns this renewal." : null,
      action: "Start renewal",
      deadline: latestStartOn,
    },
  ];
}

function preparing(renewal: Renewal, asked: QueueAsked): QueueLine[] {
  const { preparations, termEndsOn, preparedBefore } = renewal;
  const [{ today }, when] = [asked, renews(renewal, asked)];
  const open = preparations.filter(
    ({ state, plannedOn }) =>
      state === "late" || state === "unplanned" || (plannedOn !== null && plannedOn <= addDays(today, ahead)),
  );
  const [first] = open.filter(({ state }) => state !== "done").sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  if (!first) return [];
  const undone = open.filter(({ state }) => state !== "done");
  function dayOf({ plannedOn }: { plannedOn: Day | null }): Day {
    return plannedOn ?? addDays(preparedBefore, -1);
  }
  const day = dayOf(first);
  const name = stepNames[first.step];
  return [
    {
      ...base,
      subject: `preparation:${termEndsOn}:${undone.map(({ step, state }) => `${step}=${state}`).join(",")}`,
      kind: "preparation",
      reason:
        first.plannedOn === null
          ? `${when}, ${name} not in the calendar`
          : `${when}, ${name} ${first.plannedOn === today ? "is today" : dueIn(first.plannedOn, today)}`,
      detail:
        undone.length === 1
          ? `The other two preparations are ${preparations.filter(({ state }) => state === "done").length === 2 ? "done" : "planned"}.`
          : `Also open: ${undone
              .filter((one) => one !== first)
              .map(({ step }) => stepNames[step])
              .join(", ")}.`,
      action: first.plannedOn === null ? "Plan it" : "Prepare",
      deadline: day,
    },
  ];
}

import { entriesOf } from "../../facts/index.ts";
import { addDays } from "../../kernel/index.ts";
import { away } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";
import { lineSubject } from "./line-subject.ts";

/** Within how many days of the end of the week that put an account at risk a play is to be begun: a day to measure it, and 48 hours. */
const playWithin = 3;

const base = { side: "cs", deadline: null, dueAt: null, task: null } as const;

/** "renewal in 61 d", where there is one to come. */
function beforeRenewal({ renewalOn }: QueueCase, { today }: QueueAsked): string {
  return renewalOn === null ? "" : `, renewal ${away(renewalOn, today)}`;
}

/** What health and use say of a customer: at risk and no play begun, use that fell, red flags that call for something. */
export function healthLines(one: QueueCase, asked: QueueAsked): QueueLine[] {
  if (one.standing.earned === null) return [];
  return [...riskLine(one, asked), ...useLine(one, asked), ...flagLine(one, asked)];
}

function riskLine(one: QueueCase, asked: QueueAsked): QueueLine[] {
  const { health, record } = one;
  if (health === null || health.atRiskSince === null) return [];
  const runs = entriesOf(record.journal, "play_run").filter(({ withdrawn }) => withdrawn === null);
  // What is being done about it is a step of the play, and stands in the queue as a task.
  if (runs.some(({ entry }) => entry.state === "running")) return [];
  const proposed = runs.find(({ entry }) => entry.state === "proposed");
  return [
    {
      ...base,
      subject: `health:at_risk:${health.atRiskSince}`,
      kind: "health",
      reason: `At risk at ${health.score}${beforeRenewal(one, asked)}`,
      detail: `Since ${health.atRiskSince}. ${health.reasons.map((one) => `${one}. `).join("")}${proposed ? `Proposed: ${proposed.entry.name}.` : "No play was begun."}`,
      action: "Start play",
      place: "plays",
      deadline: addDays(health.atRiskSince, playWithin),
    },
  ];
}

function useLine(one: QueueCase, asked: QueueAsked): QueueLine[] {
  const fell = one.health?.fell;
  if (!fell) return [];
  const { on, days, before, after, percent } = fell;
  return [
    {
      ...base,
      subject: `use:fell:${on.slice(0, 7)}:${Math.floor(percent / 20)}`,
      kind: "use",
      reason: `Use down ${percent} % in ${days} d${beforeRenewal(one, asked)}`,
      detail: `${after} uses in the ${days} days to ${on}, ${before} in the ${days} before.`,
      action: "See use",
      place: "health",
    },
  ];
}

function flagLine({ health }: QueueCase, { today }: QueueAsked): QueueLine[] {
  const open = health?.flags ?? [];
  const [last] = open;
  if (!last) return [];
  return [
    {
      ...base,
      subject: lineSubject(`flag:${last.entryId}`),
      kind: "flag",
      reason: `Red flag ${away(last.on, today)}: ${last.title}`,
      detail: open.length === 1 ? null : `${open.length - 1} more ${open.length === 2 ? "is" : "are"} open.`,
      action: "See flags",
      place: "health",
    },
  ];
}

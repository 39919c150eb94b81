import { meaningNames } from "../../divergence/index.ts";
import { daysBetween } from "../../kernel/index.ts";
import { openClauses, stageNames } from "../../lifecycle/index.ts";
import { counted } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";
import { lineSubject } from "./line-subject.ts";

const base = { side: "cs", deadline: null, dueAt: null, task: null, place: "lifecycle" } as const;

/** A gate that lacks one clause only, evidence that has run out, and claims that evidence does not bear out. */
export function evidenceLines(one: QueueCase, asked: QueueAsked): QueueLine[] {
  return [...gate(one), ...stale(one, asked), ...divergence(one)];
}

/** Almost there: one clause is missing to the next stage. */
function gate({ standing: { earned, gates } }: QueueCase): QueueLine[] {
  if (earned === null || earned === "adopted") return [];
  const next = earned === "won" ? gates.onboarded : gates.adopted;
  const [clause, ...others] = openClauses(next);
  if (!clause || others.length > 0) return [];
  return [
    {
      ...base,
      subject: `gate:${next.gate}:${clause.id}`,
      kind: "gate",
      reason: `One clause short of ${stageNames[next.gate]}: ${clause.label}`,
      detail: clause.says,
      action: next.gate === "adopted" ? "Open usage" : "Record evidence",
    },
  ];
}

function stale({ standing: { earned, staleSince, gates } }: QueueCase, { today }: QueueAsked): QueueLine[] {
  if (earned === null || staleSince === null) return [];
  const clause = gates[earned].clauses.find(({ state }) => state === "stale");
  return [
    {
      ...base,
      subject: `stale:${earned}:${staleSince}`,
      kind: "stale",
      reason: `Evidence of ${stageNames[earned]} out of date for ${daysBetween(staleSince, today)} d`,
      detail: clause ? `${clause.label}: ${clause.says}` : null,
      action: "Renew evidence",
    },
  ];
}

/** What nobody has dealt with yet; several of one account are one line. */
function divergence({ divergences }: QueueCase): QueueLine[] {
  const open = divergences.filter(({ accepted, handling }) => !accepted && handling === null);
  const [first, ...others] = open;
  if (!first) return [];
  const [claim] = first.claims;
  const shown = first.shows.earned === null ? "nothing" : stageNames[first.shows.earned];
  const reason =
    first.kind === "mismatch"
      ? `Systems disagree on ${meaningNames[first.term]}`
      : first.kind === "unclaimed"
        ? `Evidence shows ${shown}, ${claim?.system ?? "another system"} says ${claim?.label ?? "nothing"}`
        : `${claim?.system ?? "Another system"} says ${claim?.label ?? "nothing"}, evidence shows ${shown}`;
  return [
    {
      ...base,
      subject: lineSubject(`divergence:${open.map(({ subject }) => subject).join(";")}`),
      kind: "divergence",
      reason: others.length === 0 ? reason : `${reason}, and ${counted(others.length, "more divergence")}`,
      detail: first.says[0] ?? null,
      action: "Set it right",
    },
  ];
}

import type { Team, TermOutcome, TextDecision, WrittenAnswer } from "../../facts/index.ts";
import type { Instant } from "../../kernel/index.ts";
import { findTerm, isTermId, termById } from "../../registry/index.ts";
import { teams, termSets } from "../term-sets.ts";
import { clockOf } from "./clock.ts";
import { carriedOver } from "./findings.ts";
import type { Session, SessionTerm } from "./session.ts";

/** What a session's findings are called. */
export const outcomeNames = {
  agreed: "Agreed and matching",
  none_written: "None written",
  divergent: "Divergent",
  parked: "Parked",
} as const satisfies Record<TermOutcome, string>;

/** What teams answer, in words. */
export const answerNames = {
  yes: "Yes, it is written and agreed",
  differently: "Yes, but we would say it differently",
  no: "No",
} as const satisfies Record<WrittenAnswer, string>;

/** What a working session decides, in words. */
export const decisionNames = {
  adopt: "Adopt the proposed text",
  adopt_changed: "Adopt it with a change",
  split: "Split it into two terms",
  park: "Park it",
} as const satisfies Record<TextDecision, string>;

/** What minutes are written from, beside the session itself. */
export interface MinutesOf {
  readonly session: Session;
  /** Now, for a session that is not over. */
  readonly at: Instant;
  readonly nameOf: (by: string | null) => string | null;
  /** The items this session put on the alignment agenda, in its order. */
  readonly agenda: readonly { term: string; owner: string | null; dueOn: string | null; settled: boolean }[];
  /** The sessions called to write a text. */
  readonly working: readonly { term: string; startsAt: Instant | null; closed: boolean }[];
  /** How the proposal stands that a working session came to, in a sentence; null: there is none. */
  readonly proposal: string | null;
}

/** What somebody wrote, fit for a line of Markdown: on one line, and nothing in it that Markdown or HTML would read. */
export function plainLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}

/** A term by its name; one the glossary no longer holds by what it was called by. */
export function termName(term: string): string {
  return (isTermId(term) ? termById(term) : findTerm(term))?.name ?? term;
}

/** A moment in minutes and messages: `2026-11-28 09:00 UTC`. */
const momentText = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
const minutesText = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, "0")}`;

/** The minutes of a session as Markdown: who took part, what was found out or decided, notes, agenda, what is left. */
export function minutesOf(of: MinutesOf): string {
  const { session, at } = of;
  const { entry } = session;
  const clock = clockOf(session, at);
  const discovery = entry.kind === "discovery";
  const owner = of.nameOf(entry.owner ?? session.by);
  const lines = [
    `# ${plainLine(entry.title)}`,
    "",
    `${discovery ? "Discovery session" : "Working session"}, ${termSets[session.set].name}`,
    "",
    `- Held: ${clock.startedAt === null ? "not yet" : momentText(clock.startedAt)}${clock.closedAt === null ? "" : ` to ${momentText(clock.closedAt)}`}`,
    `- Time: ${minutesText(clock.whole.elapsed)} of ${entry.minutes}:00`,
    `- Owner: ${owner === null ? "nobody" : plainLine(owner)}`,
    ...attendance(of),
    "",
    ...(discovery ? findings(of) : decided(of)),
    ...notes(session),
    ...agenda(of),
    ...working(of),
    ...left(session),
  ];
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

function attendance({ session, nameOf }: MinutesOf): string[] {
  const named = (ids: readonly (string | null)[]) =>
    [...new Set(ids.map((id) => nameOf(id)))].flatMap((name) => (name === null ? [] : [plainLine(name)]));
  const invited = session.entry.participants.flatMap(({ team, members }) => {
    const names = named(members);
    return names.length === 0 ? [] : [`- ${teams[team]}: ${names.join(", ")}`];
  });
  const acted = [
    ...session.steps,
    ...session.terms.flatMap(({ answers, outcome, notes: said }) => [
      ...answers,
      ...(outcome ? [outcome] : []),
      ...said,
    ]),
  ].map(({ by }) => by);
  const took = named(acted);
  return [...invited, ...(took.length === 0 ? [] : [`- Took part on record: ${took.join(", ")}`])];
}

function findings({ session, at }: MinutesOf): string[] {
  const { ofTerm } = clockOf(session, at);
  const row = (named: SessionTerm) => {
    const { term, outcome, debated } = named;
    const said = session.teams.map((team) => answerText(named, team));
    const found = outcome === null ? "Not reached" : outcomeNames[outcome.entry.outcome];
    return `| ${plainLine(termName(term))} | ${found}${debated > 0 ? ", wording debated" : ""} | ${said.join(" | ")} | ${minutesText(ofTerm.get(term) ?? 0)} |`;
  };
  return [
    "## What was found",
    "",
    `| Term | Finding | ${session.teams.map((team) => teams[team]).join(" | ")} | Time |`,
    "| --- | --- | --- | --- | --- |",
    ...session.terms.map(row),
    "",
    ...readings(session),
  ];
}

function answerText({ answers, revealed }: SessionTerm, team: Team): string {
  const answer = answers.find(({ entry }) => entry.team === team)?.entry;
  if (!answer) return "No answer";
  if (!revealed) return "Not revealed";
  const use = answer.used === null ? "" : answer.used ? "; uses it" : "; does not use it";
  return `${answerNames[answer.written]}${use}`;
}

/** What teams brought along, word for word; hidden answers stay hidden in minutes too. */
function readings({ terms }: Session): string[] {
  const said = terms.flatMap(({ term, answers, revealed }) =>
    revealed
      ? answers.flatMap(({ entry: { team, text } }) =>
          text === null ? [] : [`- ${plainLine(termName(term))}, ${teams[team]}: ${plainLine(text)}`],
        )
      : [],
  );
  return said.length === 0 ? [] : ["## How the teams have it", "", ...said, ""];
}

function decided({ session, nameOf, proposal }: MinutesOf): string[] {
  const { decision } = session;
  const by = decision && nameOf(decision.by);
  return [
    `Term: ${session.terms.map(({ term }) => plainLine(termName(term))).join(", ")}`,
    "",
    ...readings(session),
    "## Decision",
    "",
    decision === null
      ? "Nothing was decided."
      : `${decisionNames[decision.entry.decision]}${by === null ? "" : ` (recorded by ${plainLine(by)})`}.`,
    ...(decision?.entry.note ? ["", plainLine(decision.entry.note)] : []),
    ...(proposal === null ? [] : ["", plainLine(proposal)]),
    "",
  ];
}

function notes(session: Session): string[] {
  const lines = [
    ...session.notes.map(({ entry }) => `- ${plainLine(entry.text)}`),
    ...session.terms.flatMap(({ term, notes: said }) =>
      said.map(({ entry }) => `- ${plainLine(termName(term))}: ${plainLine(entry.text)}`),
    ),
  ];
  return lines.length === 0 ? [] : ["## For later", "", ...lines, ""];
}

function agenda({ agenda: items }: MinutesOf): string[] {
  if (items.length === 0) return [];
  return [
    "## Alignment agenda",
    "",
    ...items.map(
      ({ term, owner, dueOn, settled }, index) =>
        `${index + 1}. ${plainLine(termName(term))}: ${owner === null ? "nobody" : plainLine(owner)}${dueOn === null ? "" : `, by ${dueOn}`}${settled ? ", settled" : ""}`,
    ),
    "",
  ];
}

function working({ working: called }: MinutesOf): string[] {
  if (called.length === 0) return [];
  return [
    "## Working sessions",
    "",
    ...called.map(
      ({ term, startsAt, closed }) =>
        `- ${plainLine(termName(term))}: ${closed ? "held" : startsAt === null ? "no time set" : momentText(startsAt)}`,
    ),
    "",
  ];
}

function left(session: Session): string[] {
  const carried = session.entry.kind === "discovery" ? carriedOver(session) : [];
  if (carried.length === 0) return [];
  return ["## Carried over", "", ...carried.map((term) => `- ${plainLine(termName(term))}`), ""];
}

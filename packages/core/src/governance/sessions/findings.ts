import type { Team, TermOutcome } from "../../facts/index.ts";
import { type Day, type FiscalCalendar, monthOf, parsePeriod, quarterOf } from "../../kernel/index.ts";
import type { Session, SessionTerm } from "./session.ts";

/** Who looks at a session: which membership is theirs, and the team they speak for. */
export interface Viewer {
  readonly member: string | null;
  readonly team: Team | null;
}

/** A team's answer as somebody may see it: `hidden` tells that there is one and nothing of it. */
export type SeenAnswer =
  | { readonly team: Team; readonly state: "none" | "hidden" }
  | {
      readonly team: Team;
      readonly state: "seen";
      readonly answer: SessionTerm["answers"][number];
    };

/**
 * What somebody may see of the answers to a term, one for each team. Until they are revealed that is what they answered
 * themselves, and what was answered for the team they speak for.
 */
export function answersSeenBy(
  { teams }: Pick<Session, "teams">,
  { answers, revealed }: SessionTerm,
  { member, team: own }: Viewer,
): SeenAnswer[] {
  return teams.map((team) => {
    const answer = answers.find(({ entry }) => entry.team === team);
    if (!answer) return { team, state: "none" };
    const seen = revealed || team === own || (member !== null && answer.by === member);
    return seen ? { team, state: "seen", answer } : { team, state: "hidden" };
  });
}

/** What the answers come to once they are in sight; null while a team has not answered. People decide; this is offered. */
export function outcomeOffered(
  { teams }: Pick<Session, "teams">,
  { answers, revealed }: SessionTerm,
): TermOutcome | null {
  if (!revealed || !teams.every((team) => answers.some(({ entry }) => entry.team === team))) return null;
  const said = new Set(answers.map(({ entry }) => entry.written));
  const texts = new Set(
    answers.flatMap(({ entry: { text } }) =>
      text === null ? [] : [text.toLowerCase().replace(/\W+/g, " ").trim()],
    ),
  );
  if (said.size > 1 || said.has("differently")) return "divergent";
  if (said.has("no")) return "none_written";
  return texts.size > 1 ? "divergent" : "agreed";
}

/** A term a session puts on the alignment agenda, and why. */
export interface Finding {
  readonly term: string;
  readonly outcome: "divergent" | "none_written";
}

/** What a session puts on the alignment agenda: divergent terms first, then those without a written definition. */
export function findingsOf({ terms }: Pick<Session, "terms">): Finding[] {
  const of = (wanted: Finding["outcome"]): Finding[] =>
    terms.flatMap(({ term, outcome }) =>
      outcome?.entry.outcome === wanted ? [{ term, outcome: wanted }] : [],
    );
  return [...of("divergent"), ...of("none_written")];
}

/** The terms a session came to no finding about: parked, or never reached. */
export function carriedOver({ terms }: Pick<Session, "terms">): string[] {
  return terms.flatMap(({ term, outcome }) =>
    outcome === null || outcome.entry.outcome === "parked" ? [term] : [],
  );
}

/** The last day before the next quarter of a fiscal calendar: by then what is not agreed is to be settled. */
export function beforeNextQuarter(on: Day, calendar: FiscalCalendar): Day {
  return parsePeriod(quarterOf(monthOf(on), calendar), calendar).to;
}

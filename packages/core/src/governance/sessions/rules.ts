import type { SessionStep, Team, TermOutcome } from "../../facts/index.ts";
import type { Day } from "../../kernel/index.ts";
import { isTermId, termById } from "../../registry/index.ts";
import { type TermSetName, teams, termSetOf, termSets } from "../term-sets.ts";
import type { Session, SessionTerm } from "./session.ts";

/**
 * A step somebody wants to take. `term` is the one it leads to or is about; `without`: they reveal it although a team has
 * not answered.
 */
export interface Wanted {
  readonly step: SessionStep;
  readonly term: string | null;
  readonly without?: boolean;
}

const about: readonly SessionStep[] = ["moved", "revealed", "debated"];

/** Why a step cannot be taken as a session stands: a sentence that says what to do instead, or null. */
export function stepFault(session: Session, { step, term, without = false }: Wanted): string | null {
  const { phase, running } = session;
  if (phase === "closed") return "This session is over. Start another one";
  if (about.includes(step)) {
    const named = session.terms.find((one) => one.term === term);
    if (!named) return `"${term ?? ""}" is not a term of this session. Choose one of its terms`;
    if (step === "revealed" && named.revealed) return "The answers are in sight already";
  } else if (term !== null && step !== "started") return "This step is about no term. Leave the term out";
  if (step === "started")
    return phase === "planned" ? null : "This session has begun already. Go on where it stands";
  if (phase === "planned") return "This session has not begun. Start it first";
  if (step === "paused") return running ? null : "The timer stands still already";
  if (step === "resumed") return running ? "The timer runs already" : null;
  if (step === "closing") return phase === "closing" ? "This session is at its close already" : null;
  if (step === "revealed" && term !== session.term)
    return "The session is not at this term. Move to it, so that everybody sees what is revealed";
  const silent = step === "revealed" && !without ? silentText(session, term) : null;
  return silent === null ? null : `${silent}. Wait for it, or say that you reveal it without`;
}

/** Which teams have not answered for a term, as the beginning of a sentence; null: all have. */
function silentText(session: Session, term: string | null): string | null {
  const answers: SessionTerm["answers"] = session.terms.find((one) => one.term === term)?.answers ?? [];
  const silent = session.teams.filter((team) => !answers.some(({ entry }) => entry.team === team));
  if (silent.length === 0) return null;
  return `${silent.map((team) => teams[team]).join(" and ")} ${silent.length === 1 ? "has" : "have"} not answered`;
}

/** Why a team cannot answer for a term: a sentence, or null. What is in sight is not answered any more. */
export function answerFault(
  session: Session,
  { term, team, used }: { term: string; team: Team; used: boolean | null },
): string | null {
  const named = session.terms.find((one) => one.term === term);
  if (!named) return `"${term}" is not a term of this session. Choose one of its terms`;
  if (!session.teams.includes(team))
    return "This team does not take part in this session. Choose one that does";
  if (session.phase === "closed") return "This session is over. Answer in the next one";
  if (session.entry.kind === "discovery" && named.revealed)
    return "The answers are in sight. Put what is missing into a note";
  if (used !== null && session.set !== "cs_product")
    return "Whether a team uses a term is asked between CS and Product only. Leave it out";
  return null;
}

/** Why a finding cannot be recorded: a sentence, or null. What was not revealed was not compared, so it can only be parked. */
export function outcomeFault(
  session: Session,
  { term, outcome }: { term: string; outcome: TermOutcome },
): string | null {
  const named = session.terms.find((one) => one.term === term);
  if (!named) return `"${term}" is not a term of this session. Choose one of its terms`;
  if (session.entry.kind === "working")
    return "A working session decides; findings are of a discovery session";
  if (session.phase === "planned") return "This session has not begun. Start it first";
  if (session.phase === "closed") return "This session is over. Put it on the agenda instead";
  if (outcome !== "parked" && !named.revealed) return "Reveal the answers first, so that both teams see them";
  const silent = outcome === "agreed" ? silentText(session, term) : null;
  return silent === null
    ? null
    : `${silent}, so nothing is known to match. Choose another finding, or park it`;
}

/** Why an item of the agenda cannot be due on a day: a sentence, or null. */
export function dueFault(
  on: Day | null,
  { from, to }: { readonly from: Day; readonly to: Day },
): string | null {
  if (on === null || (from <= on && on <= to)) return null;
  return `${on} is not from ${from} to ${to}, before the next quarter begins`;
}

/** Why a session of a set cannot take some terms: a sentence, or null. Those its short path cites may be of the other set. */
export function termsFault(set: TermSetName, terms: readonly string[]): string | null {
  const cited: readonly string[] = termSets[set].shortPath;
  for (const id of terms) {
    if (!isTermId(id) || cited.includes(id)) continue;
    const term = termById(id);
    const own = termSetOf(term);
    if (own !== set)
      return `${term.name} belongs to ${termSets[own].name}. Take it into a session of that set`;
  }
  return null;
}

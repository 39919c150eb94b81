import type { SessionStep, Team, TermOutcome } from "../../facts/index.ts";
import type { Session } from "./session.ts";

/** A step somebody wants to take. `term` is the one it leads to or is about. */
export interface Wanted {
  readonly step: SessionStep;
  readonly term: string | null;
}

const about: readonly SessionStep[] = ["moved", "revealed", "debated"];

/** Why a step cannot be taken as a session stands: a sentence that says what to do instead, or null. */
export function stepFault(session: Session, { step, term }: Wanted): string | null {
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
  return null;
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
  return null;
}

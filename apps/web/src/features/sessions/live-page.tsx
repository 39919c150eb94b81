import { Pause, Play } from "lucide-react";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { ClosingPart } from "./closing-part.tsx";
import { KeyHint } from "./key-hint.tsx";
import { LiveTerm } from "./live-term.tsx";
import { OpeningPart } from "./opening-part.tsx";
import { nextTerm, type Session, type SessionActions } from "./session.ts";
import { Stage } from "./stage.tsx";
import { TermRail } from "./term-rail.tsx";
import { useSessionKeys } from "./use-session-keys.ts";
import { findings } from "./words.ts";

interface Props {
  session: Session;
  toldAt: number;
  told: boolean;
  actions: SessionActions;
}

/** A discovery session that is going on: opening, one term after the other, close. */
export function LivePage(props: Props) {
  const { session, actions, told } = props;
  const { phase, clock } = session;
  const term = session.terms.find((one) => one.term === session.term) ?? null;
  const moves = mayI("sessions.step");
  const move = (to: string) => void actions.step("moved", { term: to, at: session.term });
  const first = session.terms[0]?.term;
  const next = () => {
    const to = phase === "opening" ? first : nextTerm(session);
    if (to) return move(to);
    return void actions.step("closing", { at: session.term });
  };
  const park = async (at: string) => {
    if (await actions.outcome(at, "parked")) next();
  };
  const toggle = () => void actions.step(clock.running ? "paused" : "resumed");
  useSessionKeys({
    timer: moves ? toggle : null,
    next: moves && phase !== "closing" ? next : null,
    reveal: moves && term && !term.revealed ? () => void actions.step("revealed", { term: term.term }) : null,
    finding:
      moves && term?.revealed ? (at) => void actions.outcome(term.term, findings[at] ?? "agreed") : null,
    park: moves && term ? () => void park(term.term) : null,
  });
  return (
    <Stage
      title={session.title}
      tools={
        <>
          <span className="text-2xs text-subtle max-sm:hidden" role="status">
            {told ? "Everybody in step" : "Asking every few seconds"}
          </span>
          {moves && (
            <Button onClick={toggle}>
              {clock.running ? (
                <Pause size={14} strokeWidth={1.5} aria-hidden />
              ) : (
                <Play size={14} strokeWidth={1.5} aria-hidden />
              )}
              {clock.running ? "Pause" : "Go on"}
              <KeyHint>Space</KeyHint>
            </Button>
          )}
          {moves && phase === "terms" && (
            <Button look="quiet" onClick={() => void actions.step("closing")}>
              Close
            </Button>
          )}
        </>
      }
    >
      <TermRail session={session} onMove={moves ? move : null} />
      {term ? (
        <LiveTerm {...props} term={term} onNext={next} onPark={() => void park(term.term)} />
      ) : phase === "closing" ? (
        <ClosingPart {...props} />
      ) : (
        <OpeningPart {...props} onNext={next} />
      )}
    </Stage>
  );
}

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ClosingPart } from "./closing-part.tsx";
import { KeyHint } from "./key-hint.tsx";
import { LiveTerm } from "./live-term.tsx";
import { OpeningPart } from "./opening-part.tsx";
import { RevealQuestion } from "./reveal-question.tsx";
import { mayDrive, nextTerm, type Session, type SessionActions, silentTeams } from "./session.ts";
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
  const moves = mayDrive(session, "step");
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
  const [asked, setAsked] = useState<string | null>(null);
  const silent = term ? silentTeams(term) : [];
  // What is asked about one term is not asked about the next, nor once the team has answered.
  const asks = term !== null && asked === term.term && !term.revealed && silent.length > 0;
  const reveal = () => {
    if (!term) return;
    if (silent.length > 0) setAsked(term.term);
    else void actions.step("revealed", { term: term.term });
  };
  const revealWithout = (of: string) => {
    setAsked(null);
    void actions.step("revealed", { term: of, without: true });
  };
  const keys = moves && !asks;
  useSessionKeys({
    timer: keys ? toggle : null,
    next: keys && phase !== "closing" ? next : null,
    reveal: keys && term && !term.revealed ? reveal : null,
    finding:
      keys && term?.revealed ? (at) => void actions.outcome(term.term, findings[at] ?? "agreed") : null,
    park: keys && term ? () => void park(term.term) : null,
  });
  return (
    <Stage
      title={session.title}
      tools={
        <>
          <span className="text-2xs text-subtle max-sm:hidden" role="status">
            {!moves && "You watch. "}
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
        <>
          <LiveTerm
            {...props}
            term={term}
            onNext={next}
            onPark={() => void park(term.term)}
            onReveal={reveal}
          />
          <RevealQuestion
            term={term}
            silent={silent}
            open={asks}
            onClose={() => setAsked(null)}
            onReveal={() => revealWithout(term.term)}
          />
        </>
      ) : phase === "closing" ? (
        <ClosingPart {...props} />
      ) : (
        <OpeningPart {...props} onNext={next} />
      )}
    </Stage>
  );
}

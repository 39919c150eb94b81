import { Check, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { AnswerForm } from "./answer-form.tsx";
import type { Session, SessionActions, SessionTerm } from "./session.ts";
import { answers } from "./words.ts";

type Answer = SessionTerm["answers"][number];

interface Props {
  session: Session;
  term: SessionTerm;
  answer: Answer;
  actions: SessionActions;
}

/** What one team says of a term: asked for, hidden, or in sight. */
export function AnswerCard({ session, term, answer, actions }: Props) {
  const [instead, setInstead] = useState(false);
  const own = session.me.team === answer.team;
  const mayLead = session.me.leads && !own && answer.state !== "hidden";
  const asks = !term.revealed && mayI("sessions.answer") && (own || (mayLead && instead));
  return (
    <section
      aria-label={answer.name}
      className={cx(
        "flex min-w-0 flex-col gap-3 rounded-card border p-4",
        term.revealed ? "border-line bg-surface" : own ? "border-line bg-canvas" : "border-line",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">{answer.name}</h3>
        <State answer={answer} own={own} revealed={term.revealed} />
      </div>
      {asks ? (
        <AnswerForm
          key={`${term.term} ${answer.team}`}
          answer={answer}
          askedUse={session.askedUse}
          onAnswer={(said) => actions.answer({ term: term.term, team: answer.team, ...said })}
        />
      ) : term.revealed ? (
        <Said answer={answer} />
      ) : (
        <p className="text-xs text-muted">
          {answer.state === "hidden"
            ? "Answered. It stays hidden until both are revealed."
            : answer.state === "seen"
              ? "Answered. The other team does not see it yet."
              : "No answer yet."}
        </p>
      )}
      {mayLead && !term.revealed && !asks && mayI("sessions.answer") && (
        <div>
          <Button look="quiet" className="-ml-2.5" onClick={() => setInstead(true)}>
            {answer.state === "none" ? `Answer for ${answer.name}` : "Change it"}
          </Button>
        </div>
      )}
    </section>
  );
}

function State({ answer, own, revealed }: { answer: Answer; own: boolean; revealed: boolean }) {
  if (revealed || answer.state === "none") return own && !revealed ? <Note>Your team</Note> : null;
  return (
    <Note>
      {answer.state === "hidden" ? (
        <EyeOff size={14} strokeWidth={1.5} aria-hidden />
      ) : (
        <Check size={14} strokeWidth={1.75} aria-hidden />
      )}
      {answer.state === "hidden" ? "Hidden" : "Kept, not shown yet"}
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="flex items-center gap-1 text-2xs text-subtle">{children}</span>;
}

/** An answer that is in sight. */
export function Said({ answer: { written, text, used, byName } }: { answer: Answer }) {
  if (written === null) return <p className="text-sm text-muted">No answer.</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-md font-medium">{answers[written].name}</p>
      {text && <blockquote className="border-l-2 border-line pl-3 text-sm text-muted">{text}</blockquote>}
      <p className="text-2xs text-subtle">
        {[used === null ? null : used ? "Uses it" : "Does not use it", byName && `Answered by ${byName}`]
          .filter(Boolean)
          .join(". ")}
      </p>
    </div>
  );
}

import { MessagesSquare } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { Button } from "../../ui/button.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { KeyHint } from "./key-hint.tsx";
import {
  mayDrive,
  nextTerm,
  type Session,
  type SessionActions,
  type SessionTerm,
  silentTeams,
} from "./session.ts";
import { Timer } from "./timer.tsx";
import { findings, outcomes } from "./words.ts";

interface Props {
  session: Session;
  term: SessionTerm;
  toldAt: number;
  actions: SessionActions;
  onNext: () => void;
  onPark: () => void;
  onReveal: () => void;
}

/** One term of a discovery session: the one question, answers per team, what it comes to. Nothing here writes a definition. */
export function LiveTerm(props: Props) {
  const { session, term, toldAt, actions } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (term.term !== "") heading.current?.focus({ preventScroll: true });
  }, [term.term]);
  const at = session.terms.findIndex((one) => one.term === term.term) + 1;
  return (
    <article className="mx-auto flex w-full max-w-[1200px] flex-1 flex-col gap-6 px-4 py-6 lg:px-6 lg:py-8">
      <div className="flex flex-wrap items-start justify-between gap-x-12 gap-y-5">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-xs text-subtle">
            Term {at} of {session.terms.length}
            {term.sectionName && ` · ${term.sectionName}`}
          </p>
          <h2
            ref={heading}
            tabIndex={-1}
            className="mt-1 text-[2.25rem] leading-[2.75rem] font-semibold tracking-[-0.01em] outline-none [overflow-wrap:anywhere]"
          >
            {term.name}
            {term.abbreviation && (
              <span className="ml-3 text-xl font-normal text-subtle">{term.abbreviation}</span>
            )}
          </h2>
          {term.example && (
            <p className="mt-2 max-w-[64ch] text-md font-normal text-muted">
              <span className="text-subtle">For example: </span>
              {term.example}
            </p>
          )}
        </div>
        <Timer session={session} toldAt={toldAt} part="This term" at={term.name} />
      </div>
      <div className="flex flex-col gap-3">
        <p className="text-lg">
          Is there a written and agreed definition today?
          {session.askedUse && " Does each team use it?"}
        </p>
        <div className="grid gap-3 @[44rem]/page:grid-cols-2">
          {term.answers.map((answer) => (
            <AnswerCard
              key={`${term.term} ${answer.team}`}
              session={session}
              term={term}
              answer={answer}
              actions={actions}
            />
          ))}
        </div>
      </div>
      <Findings {...props} />
      {actions.trouble && (
        <p role="alert" className="text-xs text-negative">
          {actions.trouble}
        </p>
      )}
      <Later key={term.term} {...props} />
    </article>
  );
}

function Findings({ session, term, actions, onPark, onReveal }: Props) {
  const may = mayDrive(session, "outcome");
  const waiting = silentTeams(term);
  const silence = `${waiting.join(" and ")} ${waiting.length === 1 ? "has" : "have"} not answered`;
  if (!term.revealed)
    return (
      <div className="flex flex-wrap items-center gap-3">
        {mayDrive(session, "step") && (
          <Button look="primary" size="large" className="h-10! px-4!" onClick={onReveal}>
            Reveal
            <KeyHint>R</KeyHint>
          </Button>
        )}
        <p className="text-xs text-muted" role="status">
          {waiting.length === 0 ? "Both teams have answered." : `${silence}.`}
        </p>
      </div>
    );
  return (
    <section aria-label="Finding" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {findings.map((kind, index) => (
          <button
            key={kind}
            type="button"
            disabled={!may || (kind === "agreed" && waiting.length > 0)}
            aria-pressed={term.outcome === kind}
            onClick={() => void actions.outcome(term.term, kind)}
            className={cx(
              "inline-flex h-10 items-center gap-1.5 rounded-control border px-4 text-sm font-medium transition-colors disabled:opacity-60 pointer-coarse:h-11",
              term.outcome === kind
                ? "border-accent bg-accent text-on-accent"
                : term.offered === kind && term.outcome === null
                  ? "border-accent bg-surface text-fg hover:bg-hover"
                  : "border-line bg-surface text-fg hover:bg-hover",
            )}
          >
            {outcomes[kind].name}
            <KeyHint>{String(index + 1)}</KeyHint>
          </button>
        ))}
        {may && (
          <Button look="quiet" size="large" className="h-10!" onClick={onPark}>
            Park
            <KeyHint>P</KeyHint>
          </Button>
        )}
      </div>
      <p className="min-h-4 text-2xs text-subtle" role="status">
        {term.outcome
          ? `Found: ${outcomes[term.outcome].name.toLowerCase()}.`
          : term.offered
            ? `The answers read as ${outcomes[term.offered].name.toLowerCase()}. You decide.`
            : `${silence}, so nothing is known to match.`}
      </p>
    </section>
  );
}

/** What is kept for later, and the ways on: none of them writes text. */
function Later({ session, term, actions, onNext }: Props) {
  const [text, setText] = useState("");
  // Somebody else may move the session on while one types: what is typed stays with the term it was typed for.
  const typed = useRef("");
  typed.current = text.trim();
  useEffect(
    () => () => {
      if (typed.current !== "") void actions.note(term.term, typed.current);
    },
    [],
  );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setText("");
    void actions.note(term.term, text.trim()).then((kept) => kept || setText(text));
  };
  const debate = async () => {
    if (await actions.step("debated", { term: term.term })) onNext();
  };
  if (!mayDrive(session, "note")) return null;
  return (
    <div className="mt-auto flex flex-col gap-3 border-t border-line pt-4">
      {term.notes.length > 0 && (
        <ul className="flex flex-col gap-1 text-xs text-muted" aria-label="Notes for later">
          {term.notes.map(({ text: note, byName }) => (
            <li key={note}>
              {note}
              {byName && <span className="text-subtle"> {byName}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <form onSubmit={keep} className="flex min-w-0 flex-1 basis-72 gap-2">
          <input
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-label="Note for later"
            placeholder="Note for later"
            maxLength={1000}
            className="h-8 w-full max-w-md min-w-0 rounded-control border border-input bg-surface px-2.5 text-sm pointer-coarse:h-11"
          />
          <Button type="submit" size="large">
            Keep
          </Button>
        </form>
        <Button size="large" onClick={() => void debate()}>
          <MessagesSquare size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          We are debating wording
        </Button>
        <Button look={term.outcome ? "primary" : "plain"} size="large" onClick={onNext}>
          {nextTerm(session) === null ? "To the close" : "Next"}
          <KeyHint>→</KeyHint>
        </Button>
      </div>
      {term.debated > 0 && (
        <p className="text-2xs text-subtle">Wording was debated here; that is for a working session.</p>
      )}
    </div>
  );
}

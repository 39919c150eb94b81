import { ReadingField } from "./reading-field.tsx";
import type { Session, SessionActions, SessionTerm } from "./session.ts";
import { answers } from "./words.ts";

interface Props {
  session: Session;
  term: SessionTerm;
  actions: SessionActions;
}

const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
/** How readings in the glossary name a team. */
const also: Record<string, readonly string[]> = {
  sales: ["sales", "ae"],
  customer_success: ["cs", "customersuccess", "csm"],
  product: ["product", "pm"],
};

/** How each team reads the term, side by side: what it answered, and how such teams commonly read it. */
export function Readings({ session, term, actions }: Props) {
  return (
    <section aria-label="Both readings" className="grid gap-3 @[44rem]/page:grid-cols-2">
      {term.answers.map((answer) => {
        const before = session.after?.answers.find(({ team }) => team === answer.team);
        const common = term.readings.filter(({ team }) => also[answer.team]?.includes(keyOf(team)));
        return (
          <div key={answer.team} className="card flex min-w-0 flex-col gap-3 p-4">
            <h3 className="text-sm font-semibold">{answer.name}</h3>
            {before && (
              <div>
                <p className="text-2xs font-medium text-subtle">In the discovery session</p>
                <p className="mt-0.5 text-sm">{answers[before.written].name}</p>
                {before.text && (
                  <blockquote className="mt-1 border-l-2 border-line pl-3 text-sm text-muted">
                    {before.text}
                  </blockquote>
                )}
              </div>
            )}
            {common.map(({ reading }) => (
              <div key={reading}>
                <p className="text-2xs font-medium text-subtle">How such teams commonly read it</p>
                <p className="mt-0.5 text-sm text-muted">{reading}</p>
              </div>
            ))}
            {answer.text && (
              <div>
                <p className="text-2xs font-medium text-subtle">
                  Said here{answer.byName && `, by ${answer.byName}`}
                </p>
                <blockquote className="mt-0.5 border-l-2 border-line pl-3 text-sm">{answer.text}</blockquote>
              </div>
            )}
            {!before && common.length === 0 && answer.state === "none" && (
              <p className="text-xs text-muted">Nothing is written down of how this team reads it.</p>
            )}
            {session.phase !== "closed" && (
              <ReadingField session={session} term={term} answer={answer} actions={actions} />
            )}
          </div>
        );
      })}
    </section>
  );
}

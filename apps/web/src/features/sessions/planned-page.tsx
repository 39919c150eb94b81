import { useNavigate } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { counted } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Page } from "../../ui/page.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { People } from "./people.tsx";
import { mayDrive, type Session, type SessionActions } from "./session.ts";
import { minutesText } from "./session-clock.ts";
import { When } from "./when.tsx";
import { outcomes } from "./words.ts";

interface Props {
  session: Session;
  actions: SessionActions;
}

/** A discovery session before it begins: its terms, who takes part, and answers that can be given ahead. */
export function PlannedPage({ session, actions }: Props) {
  const { budget, terms } = session;
  const own = session.teams.find(({ team }) => team === session.me.team);
  const given = terms.filter(({ answers }) =>
    answers.some(({ team, state }) => team === session.me.team && state !== "none"),
  ).length;
  return (
    <Page
      title={session.title}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: "Sessions", to: "/glossary/sessions" },
      ]}
      tools={<PlannedTools session={session} actions={actions} />}
    >
      <div className="grid items-start gap-4 @[60rem]/page:grid-cols-[minmax(0,1fr)_300px]">
        <section className="card" aria-label="Terms">
          <div className="flex flex-wrap items-baseline justify-between gap-2 px-4 pt-3 pb-2">
            <h2 className="text-sm font-semibold">
              Is there a written and agreed definition today?
              {session.askedUse && " Does each team use it?"}
            </h2>
            {own && mayI("sessions.answer") && (
              <p className="num text-2xs text-subtle">
                {given} of {terms.length} answered by {own.name}
              </p>
            )}
          </div>
          <ul>
            {terms.map((term) => (
              <li key={term.term} className="border-t border-line">
                <details className="group px-4 py-2.5 text-xs">
                  <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm py-0.5">
                    <ChevronRight
                      size={14}
                      strokeWidth={1.5}
                      aria-hidden
                      className="-mr-1 flex-none text-subtle transition-transform group-open:rotate-90"
                    />
                    <span className="min-w-0 flex-1 basis-40 font-medium">{term.name}</span>
                    <span className="flex flex-wrap gap-x-3 text-2xs text-subtle max-sm:basis-full max-sm:pl-6">
                      {term.answers.map(({ team, name, state }) => (
                        <span key={team}>
                          {name}: {state === "none" ? "no answer" : "answered"}
                        </span>
                      ))}
                    </span>
                    {term.outcome && <span className="text-2xs">{outcomes[term.outcome].short}</span>}
                  </summary>
                  {term.example && (
                    <p className="mt-1 max-w-[72ch] text-muted">
                      <span className="text-subtle">For example: </span>
                      {term.example}
                    </p>
                  )}
                  <div className="mt-3 mb-1 grid gap-3 @[44rem]/page:grid-cols-2">
                    {term.answers.map((answer) => (
                      <AnswerCard
                        key={answer.team}
                        session={session}
                        term={term}
                        answer={answer}
                        actions={actions}
                      />
                    ))}
                  </div>
                </details>
              </li>
            ))}
          </ul>
          {actions.trouble && (
            <p role="alert" className="border-t border-line px-4 py-2 text-xs text-negative">
              {actions.trouble}
            </p>
          )}
        </section>
        <aside className="card px-4 py-3 text-xs" aria-label="About this session">
          <dl className="pairs [&>div:first-child]:border-0">
            <div>
              <dt>Terms</dt>
              <dd>{session.setName}</dd>
            </div>
            <div>
              <dt>When</dt>
              <dd>
                <When session={session} actions={actions} />
              </dd>
            </div>
            <div>
              <dt>Time</dt>
              <dd className="num">
                {session.minutes} min: {minutesText(budget.opening)} to open, {counted(terms.length, "term")}{" "}
                of {minutesText(budget.each)}, {minutesText(budget.closing)} to close
              </dd>
            </div>
            <People session={session} />
          </dl>
        </aside>
      </div>
    </Page>
  );
}

/** What can be done with a session that has not begun. */
export function PlannedTools({ session, actions }: Props) {
  const navigate = useNavigate();
  return (
    <>
      {mayDrive(session, "callOff") && (
        <ConfirmButton
          label="Call off"
          title="Call this session off?"
          look="quiet"
          onConfirm={async () => {
            await actions.callOff("Called off");
            await navigate({ to: "/glossary/sessions" });
          }}
        >
          It is taken off the list. What was answered stays on record and counts nowhere.
        </ConfirmButton>
      )}
      {mayDrive(session, "step") && (
        <Button look="primary" onClick={() => void actions.step("started")}>
          Start
        </Button>
      )}
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { Pause, Play } from "lucide-react";
import { momentText } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Decide } from "./decide.tsx";
import { MinutesButton } from "./minutes-button.tsx";
import { People } from "./people.tsx";
import { PlannedTools } from "./planned-page.tsx";
import { Readings } from "./readings.tsx";
import { mayDrive, type Session, type SessionActions, type SessionId } from "./session.ts";
import { minutesText } from "./session-clock.ts";
import type { OfDefinition } from "./session-page.tsx";
import { Timer } from "./timer.tsx";
import { useSessionKeys } from "./use-session-keys.ts";
import { When } from "./when.tsx";
import { decisions, phases } from "./words.ts";

interface Props {
  session: Session;
  toldAt: number;
  actions: SessionActions;
  definition: OfDefinition;
}

/** A working session: one term, both readings side by side, a text that both teams sign. */
export function WorkingPage(props: Props) {
  const { session, toldAt, actions, definition } = props;
  const [term] = session.terms;
  const goesOn = session.phase !== "planned" && session.phase !== "closed";
  const moves = mayDrive(session, "step") && goesOn;
  const toggle = () => void actions.step(session.clock.running ? "paused" : "resumed");
  useSessionKeys({ timer: moves ? toggle : null, next: null, reveal: null, finding: null, park: null });
  if (!term) return null;
  return (
    <Page
      title={session.title}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: "Sessions", to: "/glossary/sessions" },
      ]}
      tools={
        session.phase === "planned" ? (
          <PlannedTools session={session} actions={actions} />
        ) : (
          <>
            {moves && (
              <Button onClick={toggle}>
                {session.clock.running ? (
                  <Pause size={14} strokeWidth={1.5} aria-hidden />
                ) : (
                  <Play size={14} strokeWidth={1.5} aria-hidden />
                )}
                {session.clock.running ? "Pause" : "Go on"}
              </Button>
            )}
            <MinutesButton id={session.id as SessionId} />
          </>
        )
      }
    >
      <div className="grid items-start gap-4 @[60rem]/page:grid-cols-[minmax(0,1fr)_300px]">
        <div className="flex min-w-0 flex-col gap-4">
          <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4 px-1">
            <div className="min-w-0 flex-1 basis-72">
              <h2 className="text-xl font-semibold">
                <Link to="/glossary/$term" params={{ term: term.term }} className="hover:underline">
                  {term.name}
                </Link>
              </h2>
              {term.example && (
                <p className="mt-1 max-w-[68ch] text-sm text-muted">
                  <span className="text-subtle">For example: </span>
                  {term.example}
                </p>
              )}
            </div>
            {goesOn && <Timer session={session} toldAt={toldAt} part={null} at={term.name} />}
          </div>
          <Readings session={session} term={term} actions={actions} />
          {session.phase === "planned" ? (
            <p className="px-1 text-xs text-muted">
              Each team can write down how it reads the term ahead. The text itself is for the session.
            </p>
          ) : (
            <Decide session={session} term={term} actions={actions} propose={definition.propose} />
          )}
          {session.phase !== "planned" && definition.proposals(term.term)}
          {actions.trouble && (
            <p role="alert" className="px-1 text-xs text-negative">
              {actions.trouble}
            </p>
          )}
        </div>
        <About session={session} actions={actions} closes={moves} />
      </div>
    </Page>
  );
}

function About({ session, actions, closes }: { session: Session; actions: SessionActions; closes: boolean }) {
  return (
    <aside className="card px-4 py-3 text-xs" aria-label="About this session">
      <dl className="pairs [&>div:first-child]:border-0">
        <div>
          <dt>State</dt>
          <dd>{phases[session.phase].name}</dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            {session.startedAt ? momentText(session.startedAt) : <When session={session} actions={actions} />}
          </dd>
        </div>
        <div>
          <dt>Time</dt>
          <dd className="num">
            {session.phase === "closed"
              ? `${minutesText(Math.round(session.elapsed / 1_000))} of ${session.minutes}:00`
              : `${session.minutes} min`}
          </dd>
        </div>
        {session.decision && (
          <div>
            <dt>Decided</dt>
            <dd>
              {decisions[session.decision.decision]}
              {session.decision.note && (
                <span className="block text-2xs text-muted">{session.decision.note}</span>
              )}
            </dd>
          </div>
        )}
        {session.after && (
          <div>
            <dt>Found in</dt>
            <dd>
              <Link
                to="/glossary/sessions/$id"
                params={{ id: session.after.id }}
                className="text-link hover:underline"
              >
                {session.after.title}
              </Link>
            </dd>
          </div>
        )}
        <People session={session} />
      </dl>
      {closes && (
        <div className="mt-3 border-t border-line pt-3">
          <Button
            look={session.decision ? "primary" : "plain"}
            className="w-full"
            onClick={() => void actions.step("closed")}
          >
            Close the session
          </Button>
          <p className="mt-1.5 text-2xs text-subtle">
            If both teams have signed, the item on the agenda is settled.
          </p>
        </div>
      )}
    </aside>
  );
}

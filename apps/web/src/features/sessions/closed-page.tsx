import { Link } from "@tanstack/react-router";
import { counted, dayText, momentText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { MinutesButton } from "./minutes-button.tsx";
import { People } from "./people.tsx";
import type { Session, SessionId, SessionTerm } from "./session.ts";
import { minutesText } from "./session-clock.ts";
import { answers, outcomes } from "./words.ts";

/** A discovery session that was held: what it found, the agenda that came of it, what is carried over. */
export function ClosedPage({ session }: { session: Session }) {
  return (
    <Page
      title={session.title}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: "Sessions", to: "/glossary/sessions" },
      ]}
      tools={<MinutesButton id={session.id as SessionId} />}
    >
      <div className="grid items-start gap-4 @[60rem]/page:grid-cols-[minmax(0,1fr)_300px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Agenda session={session} />
          <section className="card relative min-w-0 overflow-clip" aria-label="What was found">
            <h2 className="px-4 py-3 text-sm font-semibold">What was found</h2>
            <DataTable
              caption="What was found"
              columns={columnsOf(session)}
              rows={session.terms}
              rowKey={({ term }) => term}
              className="border-t border-line"
              tall
            />
          </section>
        </div>
        <aside className="card px-4 py-3 text-xs" aria-label="About this session">
          <dl className="pairs [&>div:first-child]:border-0">
            <div>
              <dt>Held</dt>
              <dd>{session.startedAt ? momentText(session.startedAt) : "Not held"}</dd>
            </div>
            <div>
              <dt>Time</dt>
              <dd className="num">
                {minutesText(Math.round(session.elapsed / 1_000))} of {session.minutes}:00
              </dd>
            </div>
            <div>
              <dt>Terms</dt>
              <dd>{session.setName}</dd>
            </div>
            <People session={session} />
          </dl>
          <Notes session={session} />
        </aside>
      </div>
    </Page>
  );
}

function columnsOf(session: Session): Column<SessionTerm>[] {
  return [
    {
      key: "term",
      header: "Term",
      cell: ({ term, name }) => (
        <Link to="/glossary/$term" params={{ term }}>
          {name}
        </Link>
      ),
    },
    {
      key: "found",
      header: "Finding",
      cell: ({ outcome, debated }) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {outcome ? (
            <Chip tone={outcomes[outcome].tone}>{outcomes[outcome].short}</Chip>
          ) : (
            <span className="text-subtle">Not reached</span>
          )}
          {debated > 0 && <span className="text-2xs text-subtle">wording debated</span>}
        </span>
      ),
    },
    ...session.teams.map(({ team, name }) => ({
      key: team,
      header: name,
      cell: (term: SessionTerm) => <Answered term={term} team={team} />,
    })),
    {
      key: "time",
      header: "Time",
      numeric: true,
      cell: ({ spent }) => minutesText(Math.round(spent / 1_000)),
    },
  ];
}

function Answered({ term, team }: { term: SessionTerm; team: string }) {
  const answer = term.answers.find((one) => one.team === team);
  if (!term.revealed || !answer || answer.written === null)
    return (
      <span className="text-subtle">{answer && answer.state !== "none" ? "Not revealed" : "No answer"}</span>
    );
  return (
    <span className="block max-w-72 min-w-36 py-1 whitespace-normal">
      {answers[answer.written].name}
      {answer.text && <span className="block text-2xs text-muted">{answer.text}</span>}
    </span>
  );
}

function Agenda({ session: { agenda, working } }: { session: Session }) {
  if (agenda.length === 0) return null;
  return (
    <section className="card" aria-label="Alignment agenda">
      <div className="flex flex-wrap items-baseline justify-between gap-2 px-4 pt-3 pb-2">
        <h2 className="text-sm font-semibold">{counted(agenda.length, "item")} on the alignment agenda</h2>
        <Link
          to="/glossary/divergence"
          search={{ tab: "agenda" }}
          className="text-xs font-medium text-link hover:underline"
        >
          The whole agenda
        </Link>
      </div>
      <ol>
        {agenda.map((item) => {
          const called = working.find(({ term }) => term === item.term);
          return (
            <li
              key={item.entryId}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-xs"
            >
              <span className="flex min-w-0 flex-1 basis-48 items-center gap-2">
                <Link
                  to="/glossary/$term"
                  params={{ term: item.term }}
                  className="font-medium hover:underline"
                >
                  {item.name}
                </Link>
                {item.outcome && (
                  <Chip tone={outcomes[item.outcome].tone}>{outcomes[item.outcome].short}</Chip>
                )}
                {item.settled && <Chip tone="positive">Settled</Chip>}
              </span>
              <span className="text-muted">
                {item.owner ?? "Nobody"}
                {item.dueOn && `, by ${dayText(item.dueOn)}`}
              </span>
              {called && (
                <Link
                  to="/glossary/sessions/$id"
                  params={{ id: called.id }}
                  className="text-link hover:underline"
                >
                  {called.closed ? "Working session, held" : "Working session"}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Notes({ session }: { session: Session }) {
  const notes = [
    ...session.notes.map(({ text }) => ({ text, of: null as string | null })),
    ...session.terms.flatMap((term) => term.notes.map(({ text }) => ({ text, of: term.name }))),
  ];
  if (notes.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-2">
      <h3 className="mb-1 text-2xs font-medium text-subtle">For later</h3>
      <ul className="flex flex-col gap-1">
        {notes.map(({ text, of }) => (
          <li key={`${of} ${text}`}>
            {of && <span className="font-medium">{of}: </span>}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Button } from "../../ui/button.tsx";
import { KeyHint } from "./key-hint.tsx";
import { mayDrive, type Session } from "./session.ts";
import { minutesText } from "./session-clock.ts";
import { Timer } from "./timer.tsx";

interface Props {
  session: Session;
  toldAt: number;
  onNext: () => void;
}

/** The first minutes: what this is, what it is not, and who is here. */
export function OpeningPart({ session, toldAt, onNext }: Props) {
  const [first] = session.terms;
  return (
    <article className="mx-auto flex w-full max-w-[1200px] flex-1 flex-col gap-6 px-4 py-6 lg:px-6 lg:py-8">
      <div className="flex flex-wrap items-start justify-between gap-x-12 gap-y-5">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-xs text-subtle">Opening</p>
          <h2 className="mt-1 text-[2.25rem] leading-[2.75rem] font-semibold tracking-[-0.01em]">
            {session.terms.length} terms, {minutesText(session.budget.each)} each
          </h2>
          <p className="mt-2 max-w-[64ch] text-md font-normal text-muted">
            For each term one question: is there a written and agreed definition today? We find out. We do not
            write one here; a term that is divergent gets a session of its own.
          </p>
        </div>
        <Timer session={session} toldAt={toldAt} part="Opening" at={null} />
      </div>
      <dl className="grid gap-3 @[44rem]/page:grid-cols-2">
        {session.teams.map(({ team, name, people }) => (
          <div key={team} className="rounded-card border border-line p-4">
            <dt className="text-sm font-semibold">{name}</dt>
            <dd className="mt-1 text-xs text-muted">
              {people.length === 0 ? "Nobody is named; whoever is of this team answers." : people.join(", ")}
            </dd>
          </div>
        ))}
      </dl>
      {first && mayDrive(session, "step") && (
        <div>
          <Button look="primary" size="large" className="h-10! px-4!" onClick={onNext}>
            Begin with {first.name}
            <KeyHint>→</KeyHint>
          </Button>
        </div>
      )}
    </article>
  );
}

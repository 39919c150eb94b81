import type { Session } from "./session.ts";

/** Owner and teams of a session, as rows of a list of pairs. */
export function People({ session }: { session: Session }) {
  return (
    <>
      <div>
        <dt>Owner</dt>
        <dd>{session.owner.name ?? "Nobody"}</dd>
      </div>
      {session.teams.map(({ team, name, people, answered }) => {
        const others = answered.filter((one) => !people.includes(one));
        return (
          <div key={team}>
            <dt>{name}</dt>
            <dd>
              {people.length === 0 && others.length === 0 && "Nobody is named"}
              {people.join(", ")}
              {others.length > 0 && (
                <span className={people.length > 0 ? "block text-2xs text-muted" : undefined}>
                  {people.length > 0 && "Answered as well: "}
                  {others.join(", ")}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </>
  );
}

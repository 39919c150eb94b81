import type { Session } from "./session.ts";

/** Owner and teams of a session, as rows of a list of pairs. */
export function People({ session }: { session: Session }) {
  return (
    <>
      <div>
        <dt>Owner</dt>
        <dd>{session.owner.name ?? "Nobody"}</dd>
      </div>
      {session.teams.map(({ team, name, people }) => (
        <div key={team}>
          <dt>{name}</dt>
          <dd>{people.length === 0 ? "Nobody is named" : people.join(", ")}</dd>
        </div>
      ))}
    </>
  );
}

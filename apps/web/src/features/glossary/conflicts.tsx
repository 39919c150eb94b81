import { Link } from "@tanstack/react-router";
import type { TermView } from "./term-page.tsx";
import { Card } from "./term-parts.tsx";

type Conflict = TermView["conflicts"][number];

/** Where vocabularies contradict one another about a term, and the reading that was chosen. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Card title="Contradictions, settled">
      {conflicts.map((conflict) => (
        <div key={conflict.id} className="text-xs not-first:border-t not-first:border-line not-first:pt-2">
          <h3 className="font-medium">
            <Link
              to="/glossary/register"
              hash={conflict.id}
              className="num mr-2 rounded-sm font-normal text-link hover:underline"
            >
              {conflict.id}
            </Link>
            {conflict.title}
          </h3>
          <Settled conflict={conflict} />
        </div>
      ))}
    </Card>
  );
}

/** What contradicts itself, and what was chosen. */
export function Settled({ conflict }: { conflict: Pick<Conflict, "conflict" | "settlement"> }) {
  return (
    <dl className="mt-1 grid max-w-[88ch] gap-x-4 gap-y-1 sm:grid-cols-[88px_minmax(0,1fr)]">
      <dt className="text-subtle">Conflict</dt>
      <dd className="text-muted">{conflict.conflict}</dd>
      <dt className="text-subtle">Settled as</dt>
      <dd>{conflict.settlement}</dd>
    </dl>
  );
}

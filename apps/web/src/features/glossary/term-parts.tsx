import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A titled part of a term's page. */
export function Card({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="card px-4 py-3" id={id} aria-label={title}>
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      <div className="flex flex-col gap-2">{children}</div>
    </section>
  );
}

/** A list of short statements. */
export function Points({ title, points }: { title?: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      {title && <h3 className="mb-1 text-2xs font-medium text-subtle">{title}</h3>}
      <ul className="max-w-[72ch] list-disc pl-4 text-xs marker:text-subtle">
        {points.map((point) => (
          <li key={point} className="py-0.5">
            {point}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names and what they stand for. */
export function Pairs({
  title,
  pairs,
}: {
  title?: string;
  pairs: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <div>
      {title && <h3 className="mt-1 mb-1 text-2xs font-medium text-subtle">{title}</h3>}
      <dl className="pairs text-xs [&>div:first-child]:border-0">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt className="num">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Links to other terms. */
export function TermLinks({
  title,
  terms,
}: {
  title: string;
  terms: readonly { id: string; name: string }[];
}) {
  if (terms.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-2">
      <h3 className="mb-1 text-2xs font-medium text-subtle">{title}</h3>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
        {terms.map((term) => (
          <li key={term.id}>
            <Link
              to="/glossary/$term"
              params={{ term: term.id }}
              className="inline-block rounded-sm leading-6 text-link hover:underline"
            >
              {term.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

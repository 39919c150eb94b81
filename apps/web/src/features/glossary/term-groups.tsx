import { Link } from "@tanstack/react-router";
import { count } from "../../lib/format.ts";
import type { ReadingList } from "./reading-lists.ts";
import type { TermGroup, TermLine } from "./term-lines.ts";
import { TermColumns, TermRow } from "./term-row.tsx";

/** Every letter from A to Z; one that no term begins with is in the list, and leads nowhere. */
export function LetterBar({ letters }: { letters: readonly TermGroup[] }) {
  return (
    <nav aria-label="Terms by letter">
      <ul className="flex flex-wrap">
        {letters.map(({ id, name, terms }) => (
          <li key={id} className="flex">
            {terms.length > 0 ? (
              <Link
                to="/glossary"
                search={
                  ((was: object) => ({ ...was, order: "letters", list: undefined, q: undefined })) as never
                }
                hash={id}
                aria-label={`${name}, ${terms.length} ${terms.length === 1 ? "term" : "terms"}`}
                className="grid h-6 min-w-6 place-items-center rounded-control text-2xs font-medium text-link hover:bg-hover pointer-coarse:h-9 pointer-coarse:min-w-8"
              >
                {name}
              </Link>
            ) : (
              <span
                title={`No term begins with ${name}`}
                className="grid h-6 min-w-6 place-items-center text-2xs text-subtle line-through decoration-(--border-input) pointer-coarse:h-9 pointer-coarse:min-w-8"
              >
                {name}
                <span className="sr-only">, no terms</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The sections there are, each leading to its place in the list. */
export function SectionBar({ sections }: { sections: readonly TermGroup[] }) {
  return (
    <nav aria-label="Terms by section">
      <ul className="flex flex-wrap gap-x-4 text-xs">
        {sections.map(({ id, name, terms }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-block rounded-sm leading-6 text-link hover:underline pointer-coarse:leading-9"
            >
              {name}
            </a>{" "}
            <span className="num text-2xs text-subtle">{count(terms.length)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface GroupProps {
  group: TermGroup;
  meant: string;
  set: boolean;
  aside?: string | undefined;
}

/** A section or a letter with its terms; a letter without any says so in a line. */
export function Group({ group: { id, name, terms }, meant, set, aside }: GroupProps) {
  if (terms.length === 0)
    return (
      <p id={id} className="scroll-mt-20 px-4 text-xs text-subtle">
        <span className="mr-3 font-semibold">{name}</span>No term begins with it.
      </p>
    );
  return (
    <section id={id} className="card scroll-mt-20" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="flex items-baseline gap-2 px-4 py-3 text-sm font-semibold">
        {name}
        <span className="num text-2xs font-normal text-subtle">{count(terms.length)}</span>
        {aside && <span className="ml-auto text-2xs font-normal text-subtle">{aside}</span>}
      </h2>
      <TermColumns set={set} />
      <ul>
        {terms.map((term) => (
          <TermRow key={term.id} term={term} meant={term.id === meant} set={set} />
        ))}
      </ul>
    </section>
  );
}

/** What answers a question, the best first. */
export function Found({ terms, meant }: { terms: readonly TermLine[]; meant: string }) {
  return (
    <section className="card" aria-label="Terms found">
      <TermColumns set />
      <ul>
        {terms.map((term) => (
          <TermRow key={term.id} term={term} meant={term.id === meant} set aliases />
        ))}
      </ul>
    </section>
  );
}

/** The terms of a reading list, in their order. */
export function Reading({
  list,
  terms,
  meant,
}: {
  list: ReadingList;
  terms: readonly TermLine[];
  meant: string;
}) {
  const byId = new Map(terms.map((term) => [term.id as string, term]));
  return (
    <section className="card" aria-labelledby="reading-title">
      <header className="px-4 py-3">
        <h2 id="reading-title" className="text-sm font-semibold">
          {list.name}
        </h2>
        <p className="mt-1 max-w-[80ch] text-xs text-muted">{list.about}</p>
      </header>
      <TermColumns set />
      <ol>
        {list.read.map(({ term, why }, at) => {
          const line = byId.get(term);
          return (
            line && <TermRow key={term} term={line} meant={term === meant} set why={why} place={at + 1} />
          );
        })}
      </ol>
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { count } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import {
  foundTerms,
  implementations,
  implementationText,
  letters,
  sectionsOf,
  type TermLine,
} from "./term-lines.ts";

const choices = [
  { value: "all", label: "All" },
  { value: "computed", label: implementations.computed },
  { value: "planned", label: implementations.planned },
  { value: "vocabulary", label: implementations.vocabulary },
] as const;

/** Every word with its one meaning, by section, to be found by any of its names. */
export function GlossaryPage() {
  const query = useQuery(trpc.glossary.list.queryOptions());
  const { search, change } = useSearchState();
  const find = search["q"] ?? "";
  const built = choices.find(({ value }) => value === search["built"])?.value ?? "all";
  return (
    <Page
      title="Terms"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      filters={
        <>
          <label className="flex h-7 w-full max-w-72 min-w-44 items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) pointer-coarse:h-9">
            <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
            <input
              type="search"
              value={find}
              onChange={(event) => change({ q: event.target.value || undefined })}
              placeholder="Find a word, abbreviation or synonym"
              aria-label="Find terms"
              className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
            />
          </label>
          <Segmented
            label="Terms that are"
            value={built}
            options={choices}
            onChange={(next) => change({ built: next === "all" ? undefined : next })}
          />
        </>
      }
    >
      <Loaded query={query} what="The glossary" skeleton={<Skeleton className="h-[640px]" />}>
        {(terms) => {
          const found = foundTerms(terms, find).filter(
            (term) => built === "all" || term.implementation === built,
          );
          if (found.length === 0)
            return (
              <div className="card">
                <Empty
                  title={find === "" ? "There is no such term." : `No term is called “${find}”.`}
                  actions={
                    <Button onClick={() => change({ q: undefined, built: undefined })}>
                      Show all {terms.length} terms
                    </Button>
                  }
                >
                  Names, abbreviations and synonyms are searched.
                </Empty>
              </div>
            );
          return <Sections terms={found} all={terms} />;
        }}
      </Loaded>
    </Page>
  );
}

function Sections({ terms, all }: { terms: readonly TermLine[]; all: readonly TermLine[] }) {
  const having = letters(terms);
  const firstOf = (letter: string) => terms.find((term) => term.name.toUpperCase().startsWith(letter))?.id;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="num text-xs text-muted" role="status">
          {terms.length < all.length
            ? `${count(terms.length)} of ${count(all.length)} terms`
            : `${count(all.length)} terms: ${implementationText(all)}`}
        </p>
        <nav aria-label="Terms by letter" className="flex flex-wrap">
          {"ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").map((letter) =>
            having.has(letter) ? (
              <a
                key={letter}
                href={`#${firstOf(letter)}`}
                className="grid size-6 place-items-center rounded-control text-2xs font-medium text-link hover:bg-hover"
              >
                {letter}
              </a>
            ) : (
              <span key={letter} aria-hidden className="grid size-6 place-items-center text-2xs text-input">
                {letter}
              </span>
            ),
          )}
        </nav>
      </div>
      {sectionsOf(terms).map((section) => (
        <section key={section.id} id={section.id} className="card" aria-labelledby={`${section.id}-title`}>
          <h2
            id={`${section.id}-title`}
            className="flex items-baseline gap-2 px-4 py-3 text-sm font-semibold"
          >
            {section.name}
            <span className="num text-2xs font-normal text-subtle">{section.terms.length}</span>
          </h2>
          <ul>
            {section.terms.map((term) => (
              <TermRow key={term.id} term={term} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TermRow({ term }: { term: TermLine }) {
  return (
    <li
      id={term.id}
      className="grid gap-x-6 gap-y-1 border-t border-line px-4 py-2.5 text-xs hover:bg-hover @[47.5rem]/page:grid-cols-[290px_minmax(0,1fr)_130px]"
    >
      <p className="flex flex-wrap content-start items-baseline gap-x-2">
        <Link to="/glossary/$term" params={{ term: term.id }} className="font-medium hover:underline">
          {term.name}
        </Link>
        {term.abbreviation && <span className="text-subtle">{term.abbreviation}</span>}
        <Chip>v{term.version}</Chip>
        {term.status !== "approved" && <Chip>{term.status}</Chip>}
      </p>
      <p className="max-w-[80ch] text-muted">{term.oneLiner}</p>
      <p className="text-2xs leading-5 text-subtle @[47.5rem]/page:text-right">
        {term.kind === "metric" ? "metric" : term.kind.replace("-", " ")}, {term.owner}
        {term.implementation !== "computed" && (
          <span className="block">{implementations[term.implementation].toLowerCase()}</span>
        )}
      </p>
    </li>
  );
}

import { Link } from "@tanstack/react-router";
import { dayText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { implementations, type TermLine } from "./term-lines.ts";

/** The columns of a list of terms, named above it where there is room for columns. */
export function TermColumns({ set }: { set: boolean }) {
  return (
    <div
      aria-hidden
      className="hidden gap-x-6 border-t border-line bg-sunken px-4 py-1 text-2xs text-subtle @[62rem]/page:grid @[62rem]/page:grid-cols-[260px_minmax(0,1fr)_150px_150px]"
    >
      <span>Term</span>
      <span>Meaning</span>
      <span>{set ? "Owner, domain" : "Owner"}</span>
      <span>Version, since, reviewed</span>
    </div>
  );
}

interface Props {
  term: TermLine;
  /** Whether the address names this term. */
  meant: boolean;
  /** Tell which set of terms it belongs to. */
  set: boolean;
  /** Tell its other names, as where it was searched for. */
  aliases?: boolean;
  why?: string | null;
  /** Its place in a list that is read in an order. */
  place?: number;
}

/** A term in one line: what it means, whose it is, which version is in force since when. Its id is its anchor. */
export function TermRow({ term, meant, set, aliases = false, why = null, place }: Props) {
  return (
    <li
      id={term.id}
      className={`grid scroll-mt-20 gap-x-6 gap-y-1 border-t border-line px-4 py-2.5 text-xs hover:bg-hover @[62rem]/page:grid-cols-[260px_minmax(0,1fr)_150px_150px] ${meant ? "bg-selected" : ""}`}
    >
      <div className="min-w-0">
        <p className="group flex flex-wrap items-baseline gap-x-2">
          {place !== undefined && <span className="num text-subtle">{place}</span>}
          <Link to="/glossary/$term" params={{ term: term.id }} className="font-medium hover:underline">
            {term.name}
          </Link>
          {term.abbreviation && <span className="text-subtle">{term.abbreviation}</span>}
          <a
            href={`#${term.id}`}
            aria-label={`Link to ${term.name} in this list`}
            className="px-1 text-subtle opacity-0 group-hover:opacity-100 hover:text-link focus-visible:opacity-100"
          >
            #
          </a>
        </p>
        {aliases && term.aliases.length > 0 && (
          <p className="text-2xs text-subtle">Also {term.aliases.join(", ")}</p>
        )}
      </div>
      <div className="max-w-[80ch] min-w-0">
        {why && <p className="font-medium">{why}</p>}
        <p className="text-muted">{term.oneLiner}</p>
      </div>
      <p className="flex flex-wrap gap-x-2 text-2xs leading-5 text-subtle @[62rem]/page:block">
        <span className="text-muted">{term.owner}</span>
        {set && <span className="@[62rem]/page:block">{term.setName}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-2xs leading-5 text-subtle @[62rem]/page:content-start">
        <Chip>v{term.version}</Chip>
        {term.status !== "approved" && <Chip tone="warning">{term.status}</Chip>}
        {term.proposed && <Chip tone="info">change proposed</Chip>}
        <span className="num">{dayText(term.inForceSince)}</span>
        {term.reviewedOn !== null && <span className="num">reviewed {dayText(term.reviewedOn)}</span>}
        {term.implementation !== "computed" && (
          <span>{implementations[term.implementation].toLowerCase()}</span>
        )}
      </p>
    </li>
  );
}

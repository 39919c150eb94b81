import { useEffect, useRef } from "react";
import { cx } from "../../lib/class-names.ts";
import type { Session, SessionTerm } from "./session.ts";
import { outcomes } from "./words.ts";

const bars = {
  agreed: "bg-(--cat-3)",
  none_written: "bg-(--cat-5)",
  divergent: "bg-(--cat-2)",
  parked: "bg-(--border-input)",
} as const;

/** More terms than that have no room for their names. */
const mostNamed = 14;

interface Props {
  session: Session;
  /** Null: one may not move it. */
  onMove: ((term: string) => void) | null;
}

/** Every term of the session in its order: what was found, which one it is at, a way to any of them. */
export function TermRail({ session, onMove }: Props) {
  return (
    <nav aria-label="Terms of the session" className="border-b border-line">
      <ol className="mx-auto flex max-w-[1200px] gap-1 overflow-x-auto px-4 py-1 [scrollbar-width:none] lg:px-6">
        {session.terms.map((term) => (
          <li key={term.term} className="min-w-6 flex-1">
            <Stop
              term={term}
              here={term.term === session.term}
              named={session.terms.length <= mostNamed}
              onMove={onMove}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StopProps {
  term: SessionTerm;
  here: boolean;
  named: boolean;
  onMove: Props["onMove"];
}

function Stop({ term, here, named, onMove }: StopProps) {
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) stop.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [here]);
  const found = term.outcome ? outcomes[term.outcome].name : "no finding yet";
  const name = term.abbreviation === null ? term.name : `${term.abbreviation}, ${term.name}`;
  const label = `${name}: ${found}`;
  return (
    <button
      ref={stop}
      type="button"
      title={label}
      aria-label={label}
      aria-current={here ? "step" : undefined}
      disabled={!onMove || here}
      onClick={() => onMove?.(term.term)}
      className="group flex h-8 w-full min-w-6 flex-col justify-center gap-1 rounded-control pointer-coarse:h-11"
    >
      <span
        className={cx(
          "block h-1.5 rounded-full group-enabled:group-hover:opacity-70",
          term.outcome ? bars[term.outcome] : here ? "bg-(--accent)" : "bg-(--border-subtle)",
        )}
      />
      {named && (
        <span
          className={cx(
            "block truncate text-left text-2xs max-lg:hidden",
            here ? "font-medium text-fg" : "text-subtle",
          )}
        >
          {term.abbreviation ?? term.name}
        </span>
      )}
    </button>
  );
}

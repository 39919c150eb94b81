import { Link } from "@tanstack/react-router";
import { counted } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";

interface Props {
  proposals: readonly { readonly term: string }[];
  terms: readonly { readonly id: string; readonly name: string }[];
  onAgain: () => void;
}

/** What was put forward, each with the page where it is signed. */
export function Proposed({ proposals, terms, onAgain }: Props) {
  return (
    <section className="card px-4 py-3" role="status" aria-label="What was proposed">
      <h2 className="text-sm font-semibold">{counted(proposals.length, "proposal")} put forward</h2>
      <p className="mt-1 text-xs text-muted">Each waits for its teams, who sign on the page of the term.</p>
      <ul className="mt-2 flex flex-col text-xs">
        {proposals.map(({ term }) => (
          <li key={term}>
            <Link
              to="/glossary/$term"
              params={{ term }}
              className="inline-block rounded-sm leading-6 text-link hover:underline"
            >
              {terms.find(({ id }) => id === term)?.name ?? term}
            </Link>
          </li>
        ))}
      </ul>
      <Button className="mt-3" onClick={onAgain}>
        Import another file
      </Button>
    </section>
  );
}

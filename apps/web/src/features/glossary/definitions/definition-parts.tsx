import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Parameters } from "../parameters.tsx";
import { Proposals } from "./proposals.tsx";
import { Versions } from "./versions.tsx";

/** What a term is set to in this workspace, and every version its definition had. */
export function DefinitionParts({ termId }: { termId: string }) {
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId }));
  return (
    <Loaded query={query} what="The versions" skeleton={<Skeleton className="h-64" />}>
      {(definition) => (
        <>
          <Parameters parameters={definition.parameters} />
          <Versions definition={definition} />
        </>
      )}
    </Loaded>
  );
}

/** The changes of a term's definition that wait for signatures, or were not agreed on. */
export function ProposedChanges({ termId }: { termId: string }) {
  const { data } = useQuery(trpc.definitions.ofTerm.queryOptions({ termId }));
  return data ? <Proposals definition={data} /> : null;
}

/** The way to put a change of a term forward, for whoever may. */
export function ProposeLink({ termId }: { termId: string }) {
  if (!mayI("definitions.propose")) return null;
  return (
    <Link to="/glossary/$term/propose" params={{ term: termId }} className={buttonClass("plain")}>
      Propose a change
    </Link>
  );
}

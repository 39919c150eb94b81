import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Proposals } from "./proposals.tsx";
import { Proposing } from "./proposing.tsx";

interface Props {
  term: string;
  onProposed: (entryId: string) => Promise<void>;
}

/** The form that proposes another text of a term, where teams write it together. */
export function ProposeInSession({ term, onProposed }: Props) {
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  return (
    <Loaded query={query} what="This term" skeleton={<Skeleton className="h-96" />}>
      {(definition) => {
        const last = definition.versions.at(-1);
        return last ? (
          <Proposing key={last.version} definition={definition} last={last} onProposed={onProposed} />
        ) : null;
      }}
    </Loaded>
  );
}

/** What is proposed for a term, with who signed and where to sign, where teams write it together. */
export function ProposalsInSession({ term }: { term: string }) {
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  return query.data ? <Proposals definition={query.data} /> : null;
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Parameters } from "../parameters.tsx";
import { EarlierProposals, Proposals } from "./proposals.tsx";
import { Versions } from "./versions.tsx";

/** What a term is set to in this workspace, every version its definition had, and what was not agreed on. */
export function DefinitionParts({ termId }: { termId: string }) {
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId }));
  return (
    <Loaded query={query} what="The versions" skeleton={<Skeleton className="h-64" />}>
      {(definition) => (
        <>
          <Parameters parameters={definition.parameters} />
          <Versions definition={definition} />
          <EarlierProposals definition={definition} />
        </>
      )}
    </Loaded>
  );
}

/** Versions agreed on for a later day, each with the day it holds from. */
export function ComingVersions({ termId }: { termId: string }) {
  const { data } = useQuery(trpc.definitions.ofTerm.queryOptions({ termId }));
  const coming = data?.versions.filter(({ on }) => on > data.today) ?? [];
  return coming.map(({ version, on }) => (
    <Link
      key={version}
      to="/glossary/$term"
      params={{ term: termId }}
      hash="versions"
      className="rounded-sm text-xs font-medium text-link hover:underline"
    >
      v{version} agreed, holds from {dayText(on)}
    </Link>
  ));
}

/** The changes of a term's definition that wait for signatures. */
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

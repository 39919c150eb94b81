import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Proposing } from "./proposing.tsx";

/** A change of a term's definition is written, seen against the version in force, and put forward. */
export function ProposePage({ term }: { term: string }) {
  const named = useQuery(trpc.glossary.term.queryOptions({ id: term }));
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  const navigate = useNavigate();
  const name = named.data?.name ?? "Term";
  return (
    <Page
      title={`Propose a change: ${name}`}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: name, to: `/glossary/${term}` },
      ]}
    >
      <Loaded query={query} what="This term" skeleton={<Skeleton className="h-[640px]" />}>
        {(definition) => {
          const last = definition.versions.at(-1);
          if (!last) return null;
          return (
            <Proposing
              key={last.version}
              definition={definition}
              last={last}
              onProposed={() => navigate({ to: "/glossary/$term", params: { term }, hash: "proposals" })}
              cancel={
                <Link to="/glossary/$term" params={{ term }} className={buttonClass("plain", "large")}>
                  Cancel
                </Link>
              }
            />
          );
        }}
      </Loaded>
    </Page>
  );
}

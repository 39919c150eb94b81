import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Loaded, NoPermission, Skeleton } from "../../../ui/states.tsx";
import { Proposing } from "./proposing.tsx";

/** A change of a term's definition is written, seen against the version in force, and put forward. */
export function ProposePage({ term }: { term: string }) {
  const named = useQuery(trpc.glossary.term.queryOptions({ id: term }));
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  const navigate = useNavigate();
  const name = named.data?.name ?? "Term";
  const page = {
    title: `Propose a change: ${name}`,
    crumbs: [
      { label: "Glossary", to: "/glossary" },
      { label: name, to: `/glossary/${term}` },
    ],
  };
  if (!mayI("definitions.propose"))
    return (
      <Page {...page}>
        <div className="card">
          <NoPermission what="Proposing a change" />
        </div>
      </Page>
    );
  return (
    <Page {...page}>
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

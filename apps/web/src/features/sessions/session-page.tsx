import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { refusalOf } from "../../lib/trpc.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { ClosedPage } from "./closed-page.tsx";
import { LivePage } from "./live-page.tsx";
import { PlannedPage } from "./planned-page.tsx";
import { type SessionId, useSession, useSessionActions } from "./session.ts";
import { WorkingPage } from "./working-page.tsx";

/** What the page of a working session is given of the definitions: it knows no other feature. */
export interface OfDefinition {
  /** The form that proposes another text; told the id of what was proposed. */
  readonly propose: (term: string, onProposed: (entryId: string) => Promise<void>) => ReactNode;
  /** What is proposed for the term, with who signed and where to sign. */
  readonly proposals: (term: string) => ReactNode;
}

/** A session, as it stands: planned, going on, or held. */
export function SessionPage({ id, definition }: { id: string; definition: OfDefinition }) {
  const { query, told } = useSession(id as SessionId);
  const actions = useSessionActions(id as SessionId);
  const session = query.data;
  if (session && !query.isError) {
    const props = { session, told, actions, toldAt: query.dataUpdatedAt };
    if (session.kind === "working") return <WorkingPage {...props} definition={definition} />;
    if (session.phase === "planned") return <PlannedPage {...props} />;
    return session.phase === "closed" ? <ClosedPage session={session} /> : <LivePage {...props} />;
  }
  const missing = query.isError && ["NOT_FOUND", "BAD_REQUEST"].includes(refusalOf(query.error).code ?? "");
  return (
    <Page
      title={missing ? "No such session" : "Session"}
      crumbs={[{ label: "Sessions", to: "/glossary/sessions" }]}
    >
      {missing ? (
        <Empty
          title="There is no such session."
          actions={
            <Link to="/glossary/sessions" className={buttonClass("primary", "large")}>
              Open the list of sessions
            </Link>
          }
        >
          It may have been called off.
        </Empty>
      ) : (
        <Loaded query={query} what="This session" skeleton={<Skeleton className="h-[640px]" />}>
          {() => null}
        </Loaded>
      )}
    </Page>
  );
}

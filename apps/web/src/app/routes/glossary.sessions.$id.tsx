import { createFileRoute } from "@tanstack/react-router";
import { type OfDefinition, SessionPage } from "../../features/sessions/session-page.tsx";
import { later } from "../../ui/later.tsx";

export const Route = createFileRoute("/glossary/sessions/$id")({ component: OneSession });

// Only working sessions need them.
const inSession = () => import("../../features/glossary/definitions/in-session.tsx");
const ProposeInSession = later(async () => (await inSession()).ProposeInSession);
const ProposalsInSession = later(async () => (await inSession()).ProposalsInSession);

const definition: OfDefinition = {
  propose: (term, onProposed) => <ProposeInSession term={term} onProposed={onProposed} />,
  proposals: (term) => <ProposalsInSession term={term} />,
};

function OneSession() {
  const { id } = Route.useParams();
  return <SessionPage key={id} id={id} definition={definition} />;
}

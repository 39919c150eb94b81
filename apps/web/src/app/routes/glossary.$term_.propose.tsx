import { createFileRoute } from "@tanstack/react-router";
import { ProposePage } from "../../features/glossary/definitions/propose-page.tsx";

export const Route = createFileRoute("/glossary/$term_/propose")({ component: Propose });

function Propose() {
  const { term } = Route.useParams();
  return <ProposePage key={term} term={term} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { TermPage } from "../../features/glossary/term-page.tsx";

export const Route = createFileRoute("/glossary/$term")({ component: Term });

function Term() {
  const { term } = Route.useParams();
  return <TermPage key={term} term={term} />;
}

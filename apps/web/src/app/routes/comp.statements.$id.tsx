import { createFileRoute } from "@tanstack/react-router";
import { StatementPage } from "../../features/compensation/statement/statement-page.tsx";

export const Route = createFileRoute("/comp/statements/$id")({ component: OneStatement });

function OneStatement() {
  const { id } = Route.useParams();
  return <StatementPage key={id} id={id} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { DiffPage } from "../../features/glossary/definitions/diff-page.tsx";

const version = (given: unknown): number | undefined =>
  /^\d{1,4}$/.test(String(given)) ? Number(given) : undefined;

export const Route = createFileRoute("/glossary/$term_/diff")({
  component: Diff,
  validateSearch: ({ from, to }: Record<string, unknown>): { from?: number; to?: number } => {
    const [first, last] = [version(from), version(to)];
    return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
  },
});

function Diff() {
  const { term } = Route.useParams();
  const { from, to } = Route.useSearch();
  return <DiffPage key={term} term={term} from={from} to={to} />;
}

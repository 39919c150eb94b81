import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { PlanView } from "../comp.ts";
import { DiffCard } from "./diff-card.tsx";

/** What this version says otherwise than another: the one before it, unless the address names one (`from`). */
export function PlanDiff({ view }: { view: PlanView }) {
  const { search } = useSearchState();
  const { plan, versions } = view;
  const others = versions.map(({ version }) => version).filter((version) => version !== plan.version);
  const named = others.find((version) => String(version) === search["from"]);
  const before = others.filter((version) => version < plan.version);
  const other = named ?? (before.length > 0 ? Math.max(...before) : Math.min(...others));
  const [from, to] = other < plan.version ? [other, plan.version] : [plan.version, other];
  const query = useQuery(trpc.comp.planDiff.queryOptions({ planId: plan.id, before: from, after: to }));
  return (
    <Loaded query={query} what="The difference" skeleton={<Skeleton className="h-32" />}>
      {(changes) => <DiffCard from={from} to={to} changes={changes} />}
    </Loaded>
  );
}

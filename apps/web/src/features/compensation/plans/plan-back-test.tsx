import { useQuery } from "@tanstack/react-query";
import type { CompPlan } from "@termwise/core/compensation";
import { useState } from "react";
import { refusalOf, trpc } from "../../../lib/trpc.ts";
import { BackTestCard } from "./back-test-card.tsx";

/** The back-test of a plan, run when it is asked for. */
export function PlanBackTest({ plan, edited }: { plan: CompPlan; edited: boolean }) {
  const [asked, setAsked] = useState(false);
  const { id: planId, version } = plan;
  const query = useQuery(trpc.comp.backtest.queryOptions({ planId, version }, { enabled: asked }));
  const run = () => (asked ? void query.refetch() : setAsked(true));
  return (
    <BackTestCard
      found={query.data ?? null}
      busy={query.isFetching}
      message={
        query.isError
          ? refusalOf(query.error).message
          : edited && asked
            ? "What was tested is the saved draft: save the changes to test them."
            : null
      }
      onRun={run}
    />
  );
}

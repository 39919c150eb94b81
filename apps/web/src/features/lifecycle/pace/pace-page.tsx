import type { ReactNode } from "react";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { ByCsm } from "./by-csm.tsx";
import { OnTime } from "./on-time.tsx";
import { useChurn, useRenewals, useVelocity } from "./pace.ts";
import { StageTimes } from "./stage-times.tsx";
import { StretchList } from "./stretch-list.tsx";
import { ZeroChurn } from "./zero-churn.tsx";

/** How quickly customers come along their way, and how many could have been kept. */
export function PacePage({ filters }: { filters: ReactNode }) {
  const { today } = useWorkspace();
  const velocity = useVelocity();
  const renewals = useRenewals(today);
  const churn = useChurn(today);
  return (
    <Page title="Velocity" crumbs={[{ label: "Lifecycle", to: "/lifecycle" }]} filters={filters}>
      <Loaded query={velocity} what="The velocity" skeleton={<Skeleton className="h-[420px]" />}>
        {(told) => (
          <>
            <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
              <StageTimes velocity={told} />
              <ByCsm velocity={told} />
            </div>
            <StretchList />
          </>
        )}
      </Loaded>
      <Loaded query={renewals} what="The renewals" skeleton={<Skeleton className="h-[280px]" />}>
        {(told) => <OnTime renewals={told} />}
      </Loaded>
      <Loaded query={churn} what="The losses" skeleton={<Skeleton className="h-[360px]" />}>
        {(told) => <ZeroChurn churn={told} />}
      </Loaded>
    </Page>
  );
}

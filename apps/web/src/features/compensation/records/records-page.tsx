import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { CompTabs } from "../comp-tabs.tsx";
import { AchievementsCard } from "./achievements-card.tsx";
import { DealsCard } from "./deals-card.tsx";
import { ExclusionsCard } from "./exclusions-card.tsx";
import { LossesCard } from "./losses-card.tsx";
import { OpenLossesCard } from "./open-losses-card.tsx";

/** What pay is made from beside the ledger: losses, splits, days that credits wait for, what is left out, what was achieved. */
export function RecordsPage() {
  const query = useQuery(trpc.comp.onRecord.queryOptions());
  return (
    <Page title="On record" term="nrr-comp-plan" crumbs={[{ label: "Compensation", to: "/comp" }]}>
      <CompTabs />
      <OpenLossesCard />
      <DealsCard />
      <Loaded query={query} what="What is on record" skeleton={<Skeleton className="h-72" />}>
        {({ exclusions, losses, achievements }) => (
          <>
            <LossesCard losses={losses} />
            <ExclusionsCard exclusions={exclusions} />
            <AchievementsCard achievements={achievements} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

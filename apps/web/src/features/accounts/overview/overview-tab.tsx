import { useQuery } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { useAccount } from "../account.ts";
import { Attributes } from "../attributes.tsx";
import { useCoverage, useStanding } from "../lifecycle.ts";
import { useStakeholders } from "../stakeholders/stakeholders.ts";
import { Brief } from "./brief.tsx";
import { CoverageCard } from "./coverage-card.tsx";
import { KeyPeople } from "./key-people.tsx";
import { Latest } from "./latest.tsx";
import { Owners } from "./owners.tsx";

/** The account in brief, how it is looked after and by whom, and what is known of it. */
export function OverviewTab({ accountId }: { accountId: string }) {
  const account = useAccount(accountId);
  const standing = useStanding(accountId);
  const coverage = useCoverage(accountId);
  const mayReadPeople = mayI("stakeholders.ofAccount");
  const stakeholders = useStakeholders(accountId, mayReadPeople).data ?? null;
  const tasks = useQuery(
    trpc.journal.ofAccount.queryOptions({
      accountId,
      kinds: ["task"],
      pageSize: 500,
    } as Inputs["journal"]["ofAccount"]),
  );
  const openTasks = (tasks.data?.entries ?? []).filter(
    ({ entry }) => entry.of === "task" && entry.state === "open",
  ).length;
  return (
    <Loaded query={coverage} what="The overview" skeleton={<Skeleton className="h-96" />}>
      {(covered) => (
        <div className="grid items-start gap-4 @[62.5rem]/page:grid-cols-[minmax(0,1fr)_376px]">
          <div className="flex min-w-0 flex-col gap-4">
            <Loaded query={standing} what="Where the account stands" skeleton={<Skeleton className="h-64" />}>
              {(stands) =>
                account.data && (!mayReadPeople || stakeholders) ? (
                  <Brief
                    account={account.data}
                    standing={stands}
                    coverage={covered}
                    stakeholders={stakeholders}
                    openTasks={openTasks}
                  />
                ) : (
                  <Skeleton className="h-64" />
                )
              }
            </Loaded>
            <Latest accountId={accountId} people={stakeholders?.people ?? []} />
            {account.data && <Attributes account={account.data} />}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <CoverageCard coverage={covered} />
            <Owners coverage={covered} />
            {stakeholders && <KeyPeople stakeholders={stakeholders} />}
          </div>
        </div>
      )}
    </Loaded>
  );
}

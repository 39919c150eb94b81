import { mayI } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { useAccount } from "../account.ts";
import { type Standing, useCoverage, useStanding } from "../lifecycle.ts";
import { useStakeholders } from "../stakeholders/stakeholders.ts";
import { Approvers } from "./approvers.tsx";
import { Preparations } from "./preparations.tsx";
import { RenewalWindow } from "./renewal-window.tsx";
import { Terms } from "./terms.tsx";

/** The renewal of the present term: its window, who owns it, what is prepared, whose approval it needs; and every term. */
export function RenewalsTab({ accountId }: { accountId: string }) {
  const account = useAccount(accountId);
  const standing = useStanding(accountId);
  const coverage = useCoverage(accountId);
  const stakeholders = useStakeholders(accountId, mayI("stakeholders.ofAccount")).data ?? null;
  const { today } = useWorkspace();
  return (
    <Loaded query={standing} what="The renewals" skeleton={<Skeleton className="h-96" />}>
      {(stands) => (
        <div className="flex flex-col gap-4">
          {stands.renewal ? (
            <>
              <RenewalWindow
                accountId={accountId}
                renewal={stands.renewal}
                today={today}
                owners={coverage.data?.owners ?? []}
              />
              <Preparations accountId={accountId} renewal={stands.renewal} today={today} />
            </>
          ) : (
            <NoRenewal standing={stands} />
          )}
          {stakeholders && <Approvers stakeholders={stakeholders} />}
          {account.data && <Terms account={account.data} today={today} />}
        </div>
      )}
    </Loaded>
  );
}

function NoRenewal({ standing }: { standing: Standing }) {
  return (
    <FormSection title="Renewal" term="renewal">
      <Empty title="No renewal is ahead.">
        {standing.column === "churn"
          ? "The customer has left. A return begins a new life as a customer."
          : "No recurring line in force ends, or what ends is renewed already."}
      </Empty>
    </FormSection>
  );
}

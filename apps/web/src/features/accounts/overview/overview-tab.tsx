import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { useAccount } from "../account.ts";
import { Attributes } from "../attributes.tsx";

/** The account in brief: what is known of it, and whom one speaks to. */
export function OverviewTab({ accountId }: { accountId: string }) {
  const query = useAccount(accountId);
  return (
    <Loaded query={query} what="The overview" skeleton={<Skeleton className="h-96" />}>
      {(account) => (
        <div className="grid items-start gap-4 @[62.5rem]/page:grid-cols-[minmax(0,1fr)_296px]">
          <Attributes account={account} />
        </div>
      )}
    </Loaded>
  );
}

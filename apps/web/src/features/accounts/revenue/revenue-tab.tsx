import { useWorkspace } from "../../../lib/workspace.ts";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { useAccount } from "../account.ts";
import { AccountFigures } from "../account-figures.tsx";
import { ArrOverTime } from "../arr-over-time.tsx";
import { ContractLines } from "../contract-lines.tsx";
import { Movements } from "../movements.tsx";

/** What the account is worth and was, what moved it, its contract lines, and its part in NRR and GRR of the period. */
export function RevenueTab({ accountId }: { accountId: string }) {
  const query = useAccount(accountId);
  const { today } = useWorkspace();
  return (
    <Loaded query={query} what="The revenue of this account" skeleton={<Skeleton className="h-96" />}>
      {(account) => (
        <div className="flex flex-col gap-4">
          <AccountFigures account={account} />
          <ArrOverTime account={account} through={today} />
          <Movements account={account} today={today} />
          <ContractLines account={account} today={today} />
        </div>
      )}
    </Loaded>
  );
}

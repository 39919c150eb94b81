import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count, counted, dayText, exactNumber, money } from "../../../lib/format.ts";
import { useFilters } from "../../../lib/scope.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { bandLooks, bandOrder, HealthMark } from "../../../ui/health-mark.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";

type Accounts = Outputs["health"]["accounts"];
type Band = (typeof bandOrder)[number];

const atFirst = 25;

/** The accounts of the band that the address names, the largest first; closed where it names none. */
export function BandAccounts() {
  const { search, change } = useSearchState();
  const band = bandOrder.find((one) => one === search["band"]) ?? null;
  const query = useQuery({
    ...trpc.health.accounts.queryOptions(useFilters()),
    enabled: band !== null,
  });
  return (
    <Dialog
      open={band !== null}
      onClose={() => change({ band: undefined })}
      title={band ? `Accounts in ${bandLooks[band].name}` : ""}
      wide
    >
      {band && (
        <Loaded query={query} what="The accounts" skeleton={<Skeleton className="h-72" />}>
          {(accounts) => <Told key={band} accounts={accounts} band={band} />}
        </Loaded>
      )}
    </Dialog>
  );
}

function Told({ accounts: { rows, week, currency }, band }: { accounts: Accounts; band: Band }) {
  const [shown, setShown] = useState(atFirst);
  const own = rows.filter((row) => row.band === band);
  return (
    <>
      <p role="status" className="num mb-2 text-xs text-muted">
        {counted(own.length, "account")} by the week to {dayText(week)}, the largest first.
      </p>
      <DataTable
        caption={`Accounts in ${bandLooks[band].name}`}
        rows={own.slice(0, shown)}
        rowKey={({ accountId }) => accountId}
        tall
        columns={[
          { key: "account", header: "Account", cell: (row) => <HealthLink account={row} under={row.csm} /> },
          {
            key: "score",
            header: "Health",
            cell: (row) => <HealthMark scored={row} atRisk={row.atRiskSince !== null} />,
          },
          {
            key: "change",
            header: "In 4 weeks",
            numeric: true,
            className: "max-sm:hidden",
            cell: ({ change }) =>
              change === null ? "—" : `${change.startsWith("-") ? "" : "+"}${exactNumber(change)}`,
          },
          {
            key: "arr",
            header: "ARR",
            numeric: true,
            cell: ({ arr }) => (currency ? money(arr, currency, { whole: true }) : "—"),
          },
        ]}
      />
      {own.length > shown && (
        <p className="pt-2">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>
            Show more of {count(own.length - shown)}
          </Button>
        </p>
      )}
    </>
  );
}

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted, dayText, exactNumber, money } from "../../../lib/format.ts";
import { useFilters } from "../../../lib/scope.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { bandLooks, bandOrder, HealthMark } from "../../../ui/health-mark.tsx";
import { Pages } from "../../../ui/pages.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";

type Accounts = Outputs["health"]["accounts"];
type Band = (typeof bandOrder)[number];

const pageSize = 25;

/** The accounts of the band that the address names, the largest first; closed where it names none. */
export function BandAccounts() {
  const { search, change } = useSearchState();
  const band = bandOrder.find((one) => one === search["band"]) ?? null;
  const [page, setPage] = useState(1);
  const query = useQuery({
    ...trpc.health.accounts.queryOptions({ ...useFilters(), ...(band && { band }), page, pageSize }),
    enabled: band !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog
      open={band !== null}
      onClose={() => {
        setPage(1);
        change({ band: undefined });
      }}
      title={band ? `Accounts in ${bandLooks[band].name}` : ""}
      wide
    >
      {band && (
        <Loaded query={query} what="The accounts" skeleton={<Skeleton className="h-72" />}>
          {(accounts) => <Told accounts={accounts} band={band} onGo={setPage} />}
        </Loaded>
      )}
    </Dialog>
  );
}

interface Shown {
  accounts: Accounts;
  band: Band;
  onGo: (page: number) => void;
}

function Told({ accounts, band, onGo }: Shown) {
  const { rows, week, currency, total } = accounts;
  return (
    <>
      <p role="status" className="num mb-2 text-xs text-muted">
        {counted(total, "account")} by the week to {dayText(week)}, the largest first.
      </p>
      <DataTable
        caption={`Accounts in ${bandLooks[band].name}`}
        rows={rows}
        rowKey={({ accountId }) => accountId}
        tall
        className="[&_tr>:first-child]:pl-0 [&_tr>:last-child]:pr-0"
        columns={[
          { key: "account", header: "Account", cell: (row) => <HealthLink account={row} under={row.csm} /> },
          {
            key: "score",
            header: "Health",
            cell: (row) => <HealthMark scored={row} atRisk={row.atRiskSince !== null} brief />,
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
      <div className="flex justify-end pt-2 empty:hidden">
        <Pages of="accounts" {...accounts} onGo={onGo} />
      </div>
    </>
  );
}

import type { Cell } from "../../../lib/exports/cell.ts";
import { count, majorOf, money, points } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { BridgeRow } from "./arr-bridge.ts";
import { ofOpening, shownRows } from "./bars.ts";

interface Props {
  caption: string;
  rows: readonly BridgeRow[];
  expanded: readonly string[];
  currency: string;
  compared: boolean;
}

/** The bridge as a table: every amount in full, the running sum, and what changed against the period compared with. */
export function BridgeTable({ caption, rows, expanded, currency, compared }: Props) {
  const signed = (row: BridgeRow) => row.kind !== "total";
  const amount = (minor: string | null | undefined): Cell =>
    minor == null ? null : { money: majorOf(minor, currency), currency };
  const pp = (of: string | null): Cell => of && { points: of };
  const columns: Column<BridgeRow>[] = [
    {
      key: "step",
      header: "Step",
      value: (row) => (row.kind === "part" ? `${row.step}: ${row.name}` : row.name),
      cell: (row) => (
        <OpensPanel
          panel={`drill:bridge.${row.key}`}
          className={row.kind === "part" ? "link pl-4 text-muted" : "link"}
        >
          {row.name}
        </OpensPanel>
      ),
    },
    { key: "accounts", header: "Accounts", numeric: true, cell: (row) => count(row.accounts) },
    {
      key: "amount",
      header: "Amount",
      numeric: true,
      value: (row) => amount(row.amount),
      cell: (row) => (
        <span
          data-step={row.key}
          data-amount={row.amount}
          className={row.kind === "total" ? "font-semibold" : ""}
        >
          {money(row.amount, currency, { signed: signed(row) })}
        </span>
      ),
    },
    {
      key: "share",
      header: "% of opening",
      numeric: true,
      value: (row) => pp(row.pp),
      cell: (row) => ofOpening(row) || "—",
    },
    {
      key: "cumulative",
      header: "Cumulative",
      numeric: true,
      value: (row) => amount(row.to),
      cell: (row) => (
        <>
          {money(row.to, currency)}
          {row.cumulativePp !== null && (
            <span className="ml-2 inline-block min-w-14 text-subtle">
              {points(row.cumulativePp, { unit: false }).replace("+", "")}&nbsp;%
            </span>
          )}
        </>
      ),
    },
  ];
  const earlier: Column<BridgeRow>[] = [
    {
      key: "earlier",
      header: "Prior year",
      numeric: true,
      value: (row) => amount(row.earlier?.amount),
      cell: (row) => (row.earlier ? money(row.earlier.amount, currency, { signed: signed(row) }) : "—"),
    },
    {
      key: "change",
      header: "Δ",
      numeric: true,
      value: (row) => amount(row.change),
      cell: (row) => (row.change === null ? "—" : money(row.change, currency, { signed: true })),
    },
    {
      key: "changePp",
      header: "Δ pp",
      numeric: true,
      value: (row) => pp(row.changePp),
      cell: (row) =>
        row.changePp === null || row.key === "opening" ? "—" : points(row.changePp, { unit: false }),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={compared ? [...columns, ...earlier] : columns}
      rows={shownRows(rows, expanded)}
      rowKey={(row) => row.key}
    />
  );
}

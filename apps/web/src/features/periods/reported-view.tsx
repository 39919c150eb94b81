import type { ReactNode } from "react";
import { count, money, percent } from "../../lib/format.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { OneClose, Restatement } from "./periods.ts";

interface Row {
  key: string;
  name: string;
  accounts: string;
  reported: ReactNode;
  now: ReactNode;
  difference: ReactNode;
}

/** An amount, on a phone without its cents, so that what was reported, what is told now and the difference all fit. */
function Amount({ minor, currency, signed = false }: { minor: string; currency: string; signed?: boolean }) {
  return (
    <>
      <span className="max-sm:hidden">{money(minor, currency, { signed })}</span>
      <span className="sm:hidden">{money(minor, currency, { signed, whole: true })}</span>
    </>
  );
}

/** On a phone the three amounts stand side by side. */
const narrow = "max-sm:px-1 max-sm:text-xs";

const columns = (names: [string, string]): Column<Row>[] => [
  { key: "name", header: names[0], cell: (row) => row.name },
  { key: "reported", header: "Reported", numeric: true, className: narrow, cell: (row) => row.reported },
  { key: "now", header: "Now", numeric: true, className: narrow, cell: (row) => row.now },
  { key: "difference", header: "Δ", numeric: true, className: narrow, cell: (row) => row.difference },
  { key: "accounts", header: names[1], numeric: true, cell: (row) => row.accounts },
];

/** The ARR bridge as it was reported, step by step, beside what is told now. */
export function ReportedBridge({ close, found }: { close: OneClose; found: Restatement | undefined }) {
  const { bridge } = close.view;
  const { currency } = close;
  const nowOf = (measure: string) => found?.bridge?.find((row) => row.measure === measure);
  const row = (key: string, name: string, accounts: number, amount: string): Row => {
    const now = nowOf(key);
    return {
      key,
      name,
      accounts: count(accounts),
      reported: <Amount minor={amount} currency={currency} />,
      now: now ? <Amount minor={now.restated} currency={currency} /> : "—",
      difference:
        !now || now.difference === "0" ? "—" : <Amount minor={now.difference} currency={currency} signed />,
    };
  };
  const rows = [
    row("opening", "Opening", bridge.openingAccounts, bridge.opening),
    ...bridge.steps
      .filter((step) => step.accounts > 0 || (nowOf(step.kind)?.restated ?? "0") !== "0")
      .map((step) => row(step.kind, close.stepNames[step.kind] ?? step.kind, step.accounts, step.amount)),
    row("closing", "Closing", bridge.closingAccounts, bridge.closing),
  ];
  return (
    <section className="card" aria-label="ARR bridge, reported and now">
      <h2 className="px-4 pt-3.5 pb-2 text-sm font-semibold">ARR bridge</h2>
      <DataTable
        caption="ARR bridge, reported and now"
        columns={columns(["Step", "Accounts"])}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

/** Every figure as it was reported, with the version of its definition. */
export function ReportedFigures({ close }: { close: OneClose }) {
  const rows = Object.entries(close.view.figures).map(([term, figure]) => ({
    key: term,
    name: close.terms[term]?.name ?? term,
    version: `v${close.terms[term]?.version ?? 1}`,
    accounts: count(figure.contributors),
    reported:
      figure.value === null
        ? "—"
        : figure.denominator === null
          ? money(figure.value, close.currency)
          : percent(figure.value, { digits: 2 }),
  }));
  return (
    <section className="card" aria-label="Figures as reported">
      <h2 className="px-4 pt-3.5 pb-2 text-sm font-semibold">Figures as reported</h2>
      <DataTable
        caption="Figures as reported"
        columns={[
          { key: "figure", header: "Figure", cell: (row) => row.name },
          {
            key: "reported",
            header: "Reported",
            numeric: true,
            cell: (row) => <span data-reported={row.key}>{row.reported}</span>,
          },
          { key: "accounts", header: "Accounts", numeric: true, cell: (row) => row.accounts },
          { key: "version", header: "Definition", cell: (row) => row.version },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

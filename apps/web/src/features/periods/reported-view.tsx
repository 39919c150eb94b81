import { count, money, percent } from "../../lib/format.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { OneClose, Restatement } from "./periods.ts";

interface Row {
  key: string;
  name: string;
  accounts: string;
  reported: string;
  now: string;
  difference: string;
}

const columns = (names: [string, string]): Column<Row>[] => [
  { key: "name", header: names[0], cell: (row) => row.name },
  { key: "accounts", header: names[1], numeric: true, cell: (row) => row.accounts },
  { key: "reported", header: "Reported", numeric: true, cell: (row) => row.reported },
  { key: "now", header: "Now", numeric: true, cell: (row) => row.now },
  { key: "difference", header: "Δ", numeric: true, cell: (row) => row.difference },
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
      reported: money(amount, currency),
      now: now ? money(now.restated, currency) : "—",
      difference: !now || now.difference === "0" ? "—" : money(now.difference, currency, { signed: true }),
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
          { key: "version", header: "Definition", cell: (row) => row.version },
          { key: "accounts", header: "Accounts", numeric: true, cell: (row) => row.accounts },
          {
            key: "reported",
            header: "Reported",
            numeric: true,
            cell: (row) => <span data-reported={row.key}>{row.reported}</span>,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

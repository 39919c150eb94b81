import { Link } from "@tanstack/react-router";
import { dayText, momentDay, money } from "../../../lib/format.ts";
import { movementName, movementNames, reasonText, stepReason } from "../../../lib/movement-names.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { MovementRow, Movements } from "./movements.ts";

/** Why it moved, in words: of a loss what was said of it, and of one to come that nothing renews it so far. */
export function reasonOf(row: MovementRow, today: string): string {
  if (row.kind === "churn" && row.churnReason === null && row.on > today) return "Not renewed so far";
  if (row.kind === "churn") return stepReason("churn", row.churnReason ?? "unsaid");
  return reasonText(
    row.kind,
    row.reasons.map(({ reason }) => reason),
  );
}

/** The codes behind {@link reasonOf}. */
export function codesOf(row: MovementRow): string {
  if (row.kind === "churn") return row.churnReason ?? "—";
  return [...new Set(row.reasons.map(({ reason }) => reason))].join(", ");
}

/** Where its lines came from: `subscriptions.csv:14`. */
export function sourcesOf(row: MovementRow): string[] {
  return row.lines.flatMap(({ file, line }) =>
    file === null ? [] : [`${file}${line === null ? "" : `:${line}`}`],
  );
}

/** What its lines are called where they came from, else by us. */
export function contractsOf(row: MovementRow): string[] {
  return row.lines.map(({ key, lineId }) => key ?? lineId);
}

/** The first of several, and how many more there are. */
function Several({ all }: { all: readonly string[] }) {
  const [first, ...rest] = [...new Set(all)];
  if (first === undefined) return <>—</>;
  return (
    <span title={[first, ...rest].join("\n")} className="inline-block max-w-56 truncate align-bottom">
      {first}
      {rest.length > 0 && <span className="text-subtle"> +{rest.length}</span>}
    </span>
  );
}

/** The columns of the list of movements: everything that is known of each. */
export function movementColumns({ currency, found, sum }: Movements, today: string): Column<MovementRow>[] {
  return [
    {
      key: "account",
      header: "Account",
      sort: "name",
      footer: found === 1 ? "1 movement" : `All ${found} found`,
      cell: (row) => (
        <Link
          to="/accounts/$accountId/revenue"
          params={{ accountId: row.accountId }}
          title={row.name}
          className="inline-block max-w-32 truncate align-bottom sm:max-w-48"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: "kind",
      header: "Type",
      sort: "kind",
      cell: (row) => (
        <span className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2 flex-none"
            style={{ background: movementNames[row.kind]?.color }}
          />
          {movementName(row.kind)}
        </span>
      ),
    },
    { key: "reason", header: "Reason", cell: (row) => reasonOf(row, today) },
    { key: "on", header: "Effective", numeric: true, sort: "on", cell: (row) => dayText(row.on) },
    {
      key: "recorded",
      header: "Recorded",
      numeric: true,
      sort: "recorded",
      cell: (row) => (row.recordedAt === null ? "—" : momentDay(row.recordedAt)),
    },
    {
      key: "amount",
      header: `ΔARR, ${currency}`,
      numeric: true,
      sort: "amount",
      footer:
        sum === null ? "—" : <span data-movements-sum={sum}>{money(sum, currency, { signed: true })}</span>,
      cell: (row) =>
        row.amount === null ? (
          <span title="No exchange rate is known for it">—</span>
        ) : (
          money(row.amount, currency, { signed: true })
        ),
    },
    {
      key: "local",
      header: "ΔARR, local",
      numeric: true,
      cell: (row) => money(row.booked.amount, row.booked.currency, { signed: true }),
    },
    { key: "currency", header: "Currency", cell: (row) => row.booked.currency },
    {
      key: "rate",
      header: "Rate",
      numeric: true,
      cell: (row) =>
        row.booked.currency === currency
          ? "1"
          : row.rate === null
            ? "Missing"
            : row.rate.replace(/0{1,4}$/, ""),
    },
    { key: "parent", header: "Parent", cell: (row) => row.parent?.name ?? "—" },
    { key: "contract", header: "Contract line", cell: (row) => <Several all={contractsOf(row)} /> },
    { key: "code", header: "Reason code", cell: (row) => <code className="text-2xs">{codesOf(row)}</code> },
    { key: "source", header: "Source row", cell: (row) => <Several all={sourcesOf(row)} /> },
    {
      key: "definition",
      header: "Definition",
      cell: (row) => (
        <OpensPanel panel={`def:${row.term}`} className="link">
          {row.term} v{row.version}
        </OpensPanel>
      ),
    },
    {
      key: "id",
      header: "Movement",
      cell: (row) => <code className="text-2xs text-subtle">{row.movementId}</code>,
    },
  ];
}

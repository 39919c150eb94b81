import { compactMoney, count, majorOf } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { printedCell, shareOfOne, shareText } from "./cells.ts";
import { cohortTitle, keyName } from "./cohort-words.ts";
import type { CohortRow, CohortsView, Shown } from "./cohorts.ts";

type Row = { kind: "cohort"; row: CohortRow } | { kind: "summary"; name: string; of: "mean" | "median" };

/** The cohorts as a table: the values of every view, mean and median below. */
export function CohortTable({ view, shown }: { view: CohortsView; shown: Shown }) {
  const { cohorts, by, currency } = view;
  const ages = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  const summaries = view.summaries[shown.measure === "arr" ? "nrr" : shown.measure];
  const columns: Column<Row>[] = [
    {
      key: "cohort",
      header: keyName(by),
      cell: (row) => (row.kind === "cohort" ? cohortTitle(row.row.cohort, by) : `${row.name}, %`),
    },
    {
      key: "accounts",
      header: "Accounts",
      numeric: true,
      value: (row) => (row.kind === "cohort" ? { number: String(row.row.accounts) } : null),
      cell: (row) => (row.kind === "cohort" ? count(row.row.accounts) : ""),
    },
    {
      key: "base",
      header: "ARR at 0",
      numeric: true,
      value: (row) =>
        row.kind === "cohort" && row.row.cells[0]
          ? { money: majorOf(row.row.cells[0].base, currency), currency }
          : null,
      cell: (row) => (row.kind === "cohort" ? compactMoney(row.row.cells[0]?.base ?? "0", currency) : ""),
    },
    ...Array.from(
      { length: ages },
      (_, age): Column<Row> => ({
        key: `age_${age}`,
        header: age,
        numeric: true,
        value: (row) => {
          if (row.kind === "summary") {
            const share = summaries[age]?.[row.of];
            return share == null ? null : { share: shareOfOne(share) };
          }
          const cell = row.row.cells[age];
          return cell ? printedCell(cell, shown, currency).value : null;
        },
        cell: (row) => {
          if (row.kind === "summary") return shareText(summaries[age]?.[row.of] ?? null);
          const cell = row.row.cells[age];
          if (!cell) return "";
          return (
            <OpensPanel panel={`cell:${age}~${row.row.cohort}`} className="link">
              {printedCell(cell, shown, currency).text}
              {cell.open && <span className="text-subtle">*</span>}
            </OpensPanel>
          );
        },
      }),
    ),
  ];
  const rows: Row[] = [
    ...cohorts.map((row): Row => ({ kind: "cohort", row })),
    { kind: "summary", name: "Weighted mean", of: "mean" },
    { kind: "summary", name: "Median", of: "median" },
  ];
  return (
    <>
      <DataTable
        caption="Cohorts by age"
        columns={columns}
        rows={rows}
        rowKey={(row) => (row.kind === "cohort" ? `cohort ${row.row.cohort}` : row.of)}
      />
      {cohorts.some(({ cells }) => cells.some((cell) => cell.open)) && (
        <p className="px-4 pt-1 text-2xs text-subtle">* to date: the age is not over.</p>
      )}
    </>
  );
}

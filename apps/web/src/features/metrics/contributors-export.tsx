import type { Cell } from "../../lib/exports/cell.ts";
import { majorOf } from "../../lib/format.ts";
import { type Inputs, queryClient, trpc } from "../../lib/trpc.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { TableExport } from "../../ui/table-export.tsx";
import type { Contributors } from "./contributor-rows.ts";

type Asked = Inputs["metrics"]["contributors"];
const most = 500;
const headers = [
  "account_id",
  "name",
  "segment",
  "csm",
  "numerator",
  "denominator",
  "effect_pp",
  "opening_arr",
  "closing_arr",
  "currency",
  "term",
  "version",
  "from",
  "to",
] as const;

/** Every account behind a figure, with the figure's term, version and days in each row. */
export function ContributorsExport({ asked, name }: { asked: Asked; name: string }) {
  const { reportingCurrency } = useWorkspace();
  const rows = async () => {
    const pages: Contributors[] = [];
    for (let page = 1; page === 1 || (pages[0]?.found ?? 0) > (page - 1) * most; page += 1)
      pages.push(
        await queryClient.fetchQuery(
          trpc.metrics.contributors.queryOptions({ ...asked, page, pageSize: most } as Asked),
        ),
      );
    return pages.flatMap((view) =>
      view.rows.map((row) => cellsOf(row, view, view.figure.currency ?? reportingCurrency ?? "USD")),
    );
  };
  return (
    <TableExport
      name={name}
      what={`Accounts behind ${asked.term}`}
      headers={headers}
      rows={rows}
      terms={[asked.term]}
    />
  );
}

function cellsOf(row: Contributors["rows"][number], { figure }: Contributors, currency: string): Cell[] {
  const money = (minor: string): Cell => ({ money: majorOf(minor, currency), currency });
  const amount = (minor: string | null): Cell =>
    minor === null ? null : figure.currency ? money(minor) : { number: minor };
  return [
    row.accountId,
    row.name,
    row.segment,
    row.csm,
    amount(row.numerator),
    amount(row.denominator),
    row.effect === null ? null : { points: row.effect },
    money(row.opening),
    money(row.closing),
    currency,
    figure.term,
    { number: String(figure.version) },
    { day: figure.period.from },
    { day: figure.period.to },
  ];
}

import type { Cell } from "../../lib/exports/cell.ts";
import { majorOf } from "../../lib/format.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { TableExport } from "../../ui/table-export.tsx";
import { type Line, type Report, useAsked } from "./report.ts";

const headers = [
  "account_id",
  "account",
  "kind",
  "term",
  "system",
  "field",
  "label",
  "claimed_since",
  "evidence_shows",
  "says",
  "arr",
  "arr_currency",
  "diverging_since",
  "age_days",
  "owner",
  "csm",
  "ae",
  "segment",
  "handling",
  "on",
] as const;
const most = 2_000;

/** Every divergence found, under the filters and in the order of the table. */
export function ReportExport() {
  const asked = useAsked();
  const rows = async () => {
    const pages: Report[] = [];
    for (let page = 1; page === 1 || (pages[0]?.found ?? 0) > (page - 1) * most; page += 1)
      pages.push(
        await queryClient.fetchQuery(trpc.divergence.report.queryOptions({ ...asked, page, pageSize: most })),
      );
    return pages.flatMap((report) => report.lines.map((line) => cellsOf(line, report)));
  };
  return <TableExport name="divergences" what="Divergences" headers={headers} rows={rows} />;
}

function cellsOf(line: Line, { currency, on }: Report): Cell[] {
  const of = (read: (claim: Line["claims"][number]) => string | null) =>
    line.claims.map((claim) => read(claim) ?? "").join("; ");
  return [
    line.accountId,
    line.name,
    line.kind,
    line.term,
    of(({ system }) => system),
    of(({ field }) => field),
    of(({ label }) => label),
    of(({ since }) => since),
    line.shows.churnedOn === null ? line.shows.earned : "churn",
    line.says.join(" "),
    currency && line.arr !== null ? { money: majorOf(line.arr, currency), currency } : null,
    currency,
    line.since === null ? null : { day: line.since },
    { number: String(line.age) },
    line.owner?.name ?? null,
    line.csm,
    line.ae,
    line.segment,
    line.handling?.action ?? null,
    { day: on },
  ];
}

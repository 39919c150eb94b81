import type { Cell } from "../../lib/csv.ts";
import { majorOf } from "../../lib/format.ts";
import { type Inputs, queryClient, trpc } from "../../lib/trpc.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { CsvButton } from "../../ui/csv-button.tsx";
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
export function ContributorsCsv({ asked, name }: { asked: Asked; name: string }) {
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
  return <CsvButton name={name} what={`Accounts behind ${asked.term}`} headers={headers} rows={rows} />;
}

function cellsOf(row: Contributors["rows"][number], { figure }: Contributors, currency: string): Cell[] {
  const amount = (minor: string | null): Cell =>
    minor === null ? null : { number: figure.currency ? majorOf(minor, currency) : minor };
  return [
    row.accountId,
    row.name,
    row.segment,
    row.csm,
    amount(row.numerator),
    amount(row.denominator),
    row.effect === null ? null : { number: row.effect },
    { number: majorOf(row.opening, currency) },
    { number: majorOf(row.closing, currency) },
    currency,
    figure.term,
    { number: String(figure.version) },
    figure.period.from,
    figure.period.to,
  ];
}

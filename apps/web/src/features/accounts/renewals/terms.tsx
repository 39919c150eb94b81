import { dayText, money } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import type { Account } from "../account.ts";
import { lineStateOf } from "../line-text.ts";

type Line = Account["lines"][number];

/** The terms of the account: recurring lines with the days they begin and end, how they renew, and their notice. */
export function Terms({ account, today }: { account: Account; today: string }) {
  const rows = account.lines.filter(({ lineKind }) => lineKind === "recurring");
  const columns: Column<Line>[] = [
    {
      key: "product",
      header: "Product",
      cell: ({ product }) => <span className="font-medium">{product}</span>,
    },
    {
      key: "state",
      header: "State",
      cell: (line) => {
        const { word, tone } = lineStateOf(line, today);
        return <Chip tone={tone}>{word}</Chip>;
      },
    },
    { key: "from", header: "Starts", numeric: true, cell: ({ startsOn }) => dayText(startsOn) },
    {
      key: "to",
      header: "Last day",
      numeric: true,
      cell: ({ endsOn }) => (endsOn ? dayText(endsOn) : "Open"),
    },
    {
      key: "renews",
      header: "Renews",
      className: "text-muted",
      cell: ({ autoRenew }) => (autoRenew === null ? "not said" : autoRenew ? "by itself" : "by signature"),
    },
    {
      key: "notice",
      header: "Notice given",
      numeric: true,
      cell: ({ noticeOn }) => (noticeOn ? dayText(noticeOn) : "—"),
    },
    { key: "arr", header: "ARR", numeric: true, cell: ({ arr, currency }) => money(arr, currency) },
  ];
  return (
    <FormSection title="Terms" note="Recurring contract lines, the newest start first." flush>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          No recurring contract line has been imported for this account.
        </p>
      ) : (
        <DataTable caption="Terms" columns={columns} rows={rows} rowKey={({ lineId }) => lineId} />
      )}
    </FormSection>
  );
}

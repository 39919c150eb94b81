import { Link } from "@tanstack/react-router";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { payText, statusWords } from "../pay-words.ts";

/** A statement of the year. */
export interface YearRow {
  readonly number: number;
  /** Its period, such as `2026-Q3`. */
  readonly period: string;
  readonly status: string;
  readonly total: string;
}

interface Props {
  year: string;
  /** Statements of the year up to this one. */
  rows: readonly YearRow[];
  /** What they come to, as the server adds it up. */
  total: string;
  currency: string;
  /** The number of this statement. */
  at: number;
}

/** What the fiscal year came to so far, statement by statement. */
export function YearCard({ year, rows, total, currency, at }: Props) {
  return (
    <FormSection flush title="The year to date" note={`Statements of ${year} up to this one.`}>
      <DataTable
        caption="The year to date"
        columns={columnsOf(currency, at, total)}
        rows={rows}
        rowKey={({ number }) => String(number)}
        footer
      />
    </FormSection>
  );
}

const columnsOf = (currency: string, at: number, sum: string): Column<YearRow>[] => [
  {
    key: "period",
    header: "Period",
    cell: ({ number, period, status }) => (
      <span className="flex items-center gap-2">
        {number === at ? (
          <span className="font-medium">{periodName(period)}</span>
        ) : (
          <Link to="/comp/statements/$id" params={{ id: String(number) }} className="link text-link">
            {periodName(period)}
          </Link>
        )}
        <Chip tone={statusWords[status]?.tone ?? "neutral"}>{statusWords[status]?.name ?? status}</Chip>
      </span>
    ),
    footer: "To date",
  },
  {
    key: "total",
    header: "Payable",
    numeric: true,
    cell: ({ total }) => payText(total, currency),
    footer: payText(sum, currency),
  },
];

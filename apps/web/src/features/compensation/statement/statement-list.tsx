import { Link } from "@tanstack/react-router";
import { momentDay } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import type { StatementRow } from "../comp.ts";
import { payText, statusWords } from "../pay-words.ts";

/** Statements of one person, the latest first. */
export function StatementList({ rows, title }: { rows: readonly StatementRow[]; title: string }) {
  return (
    <FormSection
      flush
      title={title}
      note="A closed statement never changes: what is learned later is a line of the next open one."
    >
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ number }) => String(number)} />
    </FormSection>
  );
}

const columns: Column<StatementRow>[] = [
  {
    key: "period",
    header: "Period",
    cell: ({ number, period }) => (
      <Link to="/comp/statements/$id" params={{ id: String(number) }} className="link font-medium text-link">
        {periodName(period.text)}
      </Link>
    ),
  },
  {
    key: "status",
    header: "Status",
    cell: ({ status, openDisputes }) => (
      <span className="flex gap-1.5">
        <Chip tone={statusWords[status]?.tone ?? "neutral"}>{statusWords[status]?.name ?? status}</Chip>
        {openDisputes > 0 && status !== "disputed" && <Chip tone="warning">disputed</Chip>}
      </span>
    ),
  },
  {
    key: "plan",
    header: "Plan",
    className: "max-md:hidden",
    cell: ({ plan }) => (
      <span className="flex items-center gap-2">
        {plan.name} <Chip>v{plan.version}</Chip>
      </span>
    ),
  },
  {
    key: "paid",
    header: "Paid on",
    className: "max-md:hidden",
    cell: ({ steps }) => {
      const paid = steps.find(({ step }) => step === "paid");
      return paid ? momentDay(paid.at) : "";
    },
  },
  {
    key: "total",
    header: "Payable",
    numeric: true,
    cell: ({ total, currency }) => payText(total, currency),
  },
];

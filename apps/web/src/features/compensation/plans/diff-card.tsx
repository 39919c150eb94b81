import type { PlanChange } from "@termwise/core/compensation";
import { counted } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

interface Props {
  from: number;
  to: number;
  changes: readonly PlanChange[];
}

/** What differs between two versions of a plan, clause by clause. */
export function DiffCard({ from, to, changes }: Props) {
  return (
    <FormSection
      flush
      title={`Version ${to} beside version ${from}`}
      note={changes.length === 0 ? "They say the same." : `${counted(changes.length, "field")} differ.`}
    >
      {changes.length > 0 && (
        <DataTable
          caption={`Version ${to} beside version ${from}`}
          columns={columns}
          rows={changes}
          rowKey={({ clause, field }) => `${clause} ${field}`}
        />
      )}
    </FormSection>
  );
}

const places: Readonly<Record<string, string>> = {
  bands: "band",
  points: "point",
  tiers: "tier",
  gates: "gate",
  objectives: "objective",
};
const named: Readonly<Record<string, string>> = {
  rates: "rate table",
  payout: "rate table",
  atClose: "at the close, %",
  onRetention: "by NRR, %",
};

/** The path of a field in words: `rates.bands.2.rate` is `rate table, band 2, rate`. */
export function fieldWords(path: string): string {
  const parts = path.split(".");
  return parts
    .flatMap((part, at) => {
      if (part in places) return [];
      const list = places[parts[at - 1] ?? ""];
      if (list !== undefined) return [`${list} ${part}`];
      return [named[part] ?? part.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)];
    })
    .join(", ");
}

const none = <span className="text-subtle">not there</span>;

const columns: Column<PlanChange>[] = [
  { key: "clause", header: "Clause", cell: ({ clause }) => clause },
  { key: "field", header: "Field", cell: ({ field }) => fieldWords(field) },
  {
    key: "before",
    header: "Was",
    cell: ({ before }) => (before === null ? none : <del className="text-negative">{before}</del>),
  },
  {
    key: "after",
    header: "Is",
    cell: ({ after }) => (after === null ? none : <ins className="text-positive no-underline">{after}</ins>),
  },
];

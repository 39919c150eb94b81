import { Link } from "@tanstack/react-router";
import { count, counted } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { parameterNames, type Rules } from "./rules.ts";

type Parameter = Rules["parameters"][number];

const labelOf = ({ name }: Parameter): string => parameterNames[name]?.label ?? name;

function valueText({ value, name }: Parameter): string {
  const unit = parameterNames[name]?.unit ?? "";
  if (unit === "" || unit === "%") return `${count(value)}${unit && "\u00a0%"}`;
  return counted(value, unit.replace(/s$/, ""));
}

const columns: Column<Parameter>[] = [
  {
    key: "label",
    header: "Number",
    cell: (parameter) => (
      <span className="inline-block max-w-52 whitespace-normal sm:max-w-none">{labelOf(parameter)}</span>
    ),
  },
  {
    key: "value",
    header: "Holds",
    numeric: true,
    cell: (parameter) => (
      <span className="inline-flex items-center gap-2">
        {parameter.value !== parameter.house && <Chip tone="info">set</Chip>}
        <span className="font-medium">{valueText(parameter)}</span>
      </span>
    ),
  },
  {
    key: "house",
    header: "House",
    numeric: true,
    className: "text-muted",
    cell: ({ house }) => count(house),
  },
  {
    key: "term",
    header: "Part of",
    cell: ({ term }) =>
      term && (
        <Link
          to="/glossary/$term"
          params={{ term: term.id }}
          className="inline-block max-w-40 truncate rounded-sm align-bottom text-link hover:underline sm:max-w-none"
        >
          {term.name}
        </Link>
      ),
  },
];

/** The numbers of the lifecycle and of handoffs, with what the house says. They are part of definitions: teams agree on them. */
export function Parameters({ rules }: { rules: Rules }) {
  return (
    <FormSection
      title="Numbers"
      note="Windows, deadlines and thresholds. They are part of definitions: a change is proposed on the page of the term, and its teams sign it."
      flush
    >
      <DataTable
        caption="Numbers of the lifecycle"
        columns={columns}
        rows={rules.parameters}
        rowKey={({ name }) => name}
      />
    </FormSection>
  );
}

import { useId } from "react";
import { count } from "../../../lib/format.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { type ImportMapping, settingsOf, withSettings } from "./settings.ts";
import type { Checked, CheckedFile } from "./use-draft.ts";

type Found = NonNullable<Checked["details"]>["matched"][number];

interface Props {
  file: CheckedFile;
  found: readonly Found[];
  mapping: ImportMapping;
  onMapping: (of: (mapping: ImportMapping) => ImportMapping) => void;
}

const ways = {
  id: { text: "by its id", sure: "certain" },
  domain: { text: "by its domain", sure: "likely: one account alone has it" },
  name: { text: "by its exact name", sure: "likely: one account alone is called so" },
} as const;

const columns: Column<Found>[] = [
  {
    key: "by",
    header: "Its account was found",
    cell: ({ by }) => (by ? ways[by].text : "nowhere: a new one, or none is named"),
  },
  { key: "count", header: "Rows", numeric: true, cell: (row) => count(row.count) },
  { key: "sure", header: "How sure", className: "text-muted", cell: ({ by }) => (by ? ways[by].sure : "") },
  {
    key: "examples",
    header: "For example",
    className: "text-muted",
    cell: ({ examples }) => (
      <span className="inline-block max-w-96 truncate align-bottom">
        {examples.map(({ line, cells }) => `line ${line}: ${cells.slice(0, 2).join(", ")}`).join(" · ")}
      </span>
    ),
  },
];

/** By what the accounts of rows are found among those known, and how sure that is. */
export function FoundAccounts({ file, found, mapping, onMapping }: Props) {
  const titleId = useId();
  if (file.kind === "fx_rates" || file.kind === null) return null;
  const match = settingsOf(mapping, file.name).match ?? [];
  const set = (how: "domain" | "name", on: boolean) =>
    onMapping((before) => {
      const held = settingsOf(before, file.name).match ?? [];
      const next = (["domain", "name"] as const).filter((one) => (one === how ? on : held.includes(one)));
      return withSettings(before, file.name, { match: next });
    });
  return (
    <div className="border-t border-line">
      {file.kind === "accounts" && (
        // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset cannot stand in a row of its own here
        <div role="group" aria-labelledby={titleId} className="px-4 pt-2 pb-1">
          <p id={titleId} className="text-xs font-medium">
            An account whose id is new here is one that is known already
          </p>
          <Checkbox
            label="when it has the same web domain"
            checked={match.includes("domain")}
            onChange={(on) => set("domain", on)}
          />
          <Checkbox
            label="when it has exactly the same name"
            hint="For a second system's accounts: they then keep both ids. Where two accounts could be meant, neither is."
            checked={match.includes("name")}
            onChange={(on) => set("name", on)}
          />
        </div>
      )}
      <DataTable
        caption={`How the accounts of ${file.name} were found`}
        columns={columns}
        rows={found}
        rowKey={({ by }) => by ?? "none"}
      />
    </div>
  );
}

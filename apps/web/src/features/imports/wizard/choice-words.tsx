import { count } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { type ImportMapping, settingsOf, withWord } from "./settings.ts";
import type { Checked } from "./use-draft.ts";

type Choice = NonNullable<Checked["details"]>["choices"][number];

interface Props {
  file: string;
  choices: readonly Choice[];
  mapping: ImportMapping;
  onMapping: (of: (mapping: ImportMapping) => ImportMapping) => void;
}

/** Words of columns that hold a choice, and what each means. */
export function ChoiceWords({ file, choices, mapping, onMapping }: Props) {
  const said = settingsOf(mapping, file).values ?? {};
  return choices.map((choice) => {
    const unknown = choice.words.filter(({ means }) => means === null).length;
    const columns: Column<Choice["words"][number]>[] = [
      { key: "word", header: `Words of “${choice.header}”`, cell: ({ word }) => word },
      { key: "count", header: "Rows", numeric: true, cell: (row) => count(row.count) },
      {
        key: "means",
        header: "Means",
        cell: ({ word, means: read }) => {
          const means = said[choice.field]?.[word] ?? read;
          return (
            <select
              aria-label={`What “${word}” of ${choice.header} means`}
              value={means ?? ""}
              onChange={({ target }) =>
                onMapping((before) => withWord(before, file, choice.field, word, target.value))
              }
              className="h-7 rounded-control border border-input bg-surface px-2 text-xs pointer-coarse:h-10"
            >
              {means === null && <option value="">not said yet</option>}
              {[...new Set([...choice.options, ...(means === null ? [] : [means])])].map((option) => (
                <option key={option} value={option}>
                  {option.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          );
        },
      },
    ];
    return (
      <div key={choice.field} className="border-t border-line" data-choice={choice.field}>
        <p className="flex items-baseline gap-2 px-4 pt-2 text-2xs text-subtle">
          <code className="font-mono">{choice.field}</code>
          {unknown > 0 && <Chip tone="warning">{unknown} without a meaning</Chip>}
        </p>
        <DataTable
          caption={`Words of ${choice.header} in ${file}`}
          columns={columns}
          rows={choice.words}
          rowKey={({ word }) => word}
        />
      </div>
    );
  });
}

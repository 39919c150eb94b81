import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { ConstantInput } from "./constant-input.tsx";
import { columnRead, type ImportMapping, settingsOf, withColumn, withConstant } from "./settings.ts";
import type { Checked, CheckedFile } from "./use-draft.ts";

type Field = Checked["fields"][string][number];

interface Props {
  file: CheckedFile;
  fields: readonly Field[];
  mapping: ImportMapping;
  onMapping: (of: (mapping: ImportMapping) => ImportMapping) => void;
}

const sure = {
  stated: { text: "as the export has it", tone: "positive" },
  name: { text: "certain", tone: "positive" },
  known: { text: "by a known name", tone: "info" },
  part: { text: "by a part of its name", tone: "warning" },
} as const;
const chosen = { text: "as chosen", tone: "positive" } as const;
const recognised = "recognised";
const nowhere = "none";

/** Each thing a file can say and the column that says it: what is needed first, then what is read, then the rest. */
export function FieldColumns({ file, fields, mapping, onMapping }: Props) {
  const [all, setAll] = useState(false);
  const { constants = {}, columns: stated = {} } = settingsOf(mapping, file.name);
  const columnOf = (field: string) => columnRead(file.columns, field, stated);
  const isUsed = ({ name }: Field) => columnOf(name) !== undefined || name in constants;
  const needed = fields.filter((field) => field.needed);
  // A row that was shown stays, and where it is, whatever is chosen: in rows that move nobody finds their place again.
  const [first] = useState(() =>
    [
      // Of fields of which one is enough, those that are read, or else the first.
      ...needed.filter((field, at) => isUsed(field) || at === 0 || (!needed.some(isUsed) && at < 3)),
      ...fields.filter((field) => !field.needed && isUsed(field)),
    ].map(({ name }) => name),
  );
  const shown = first.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const [kept, setKept] = useState<readonly string[]>(first);
  const used = fields.filter((field) => isUsed(field) && !kept.includes(field.name));
  if (used.length > 0) setKept([...kept, ...used.map(({ name }) => name)]);
  const rest = fields.filter(({ name }) => !first.includes(name));
  const hidden = rest.filter(({ name }) => !kept.includes(name));
  return (
    <div className="border-t border-line">
      <table className="table open-end w-full max-sm:block" aria-label={`Columns of ${file.name}`}>
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col">What it says</th>
            <th scope="col">Column</th>
            <th scope="col">For example</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {[...shown, ...rest.filter((field) => all || !hidden.includes(field))].map((field) => {
            const column = columnOf(field.name);
            const how = stated[field.name] ? chosen : column?.how ? sure[column.how] : null;
            return (
              <tr
                key={field.name}
                className="max-sm:block max-sm:border-b max-sm:border-line max-sm:px-4 max-sm:py-2"
                data-field={field.name}
              >
                <th
                  scope="row"
                  className="w-72 max-w-72 min-w-72 py-1.5! align-top whitespace-normal! max-sm:block max-sm:h-auto! max-sm:w-auto max-sm:max-w-full max-sm:min-w-0 max-sm:border-0! max-sm:p-0!"
                >
                  <code className="font-mono text-2xs">{field.name}</code>
                  {field.needed && (
                    <span className="ml-1.5">
                      <Chip tone="info">needed</Chip>
                    </span>
                  )}
                  <span className="block text-2xs font-normal text-subtle">{field.about}</span>
                </th>
                <td className="py-1.5! align-top max-sm:block max-sm:h-auto! max-sm:border-0! max-sm:px-0!">
                  <div className="flex flex-wrap gap-x-2 gap-y-1">
                    <select
                      aria-label={`Column for ${field.name}`}
                      value={stated[field.name] === null ? nowhere : (column?.header ?? recognised)}
                      onChange={(event) => {
                        const { value } = event.target;
                        const header = value === recognised ? undefined : value === nowhere ? null : value;
                        onMapping((before) => withColumn(before, file.name, field.name, header));
                      }}
                      className="h-7 w-56 max-w-full rounded-control border border-input bg-surface px-2 text-xs pointer-coarse:h-10"
                    >
                      <option value={recognised}>{column ? "As recognised" : "No column recognised"}</option>
                      <option value={nowhere}>Not read</option>
                      {file.columns
                        .filter(({ header }) => header.trim() !== "")
                        .map(({ header }) => (
                          <option key={header} value={header}>
                            {header}
                          </option>
                        ))}
                    </select>
                    {how && column?.header && (
                      <span className="self-center">
                        <Chip tone={how.tone}>{how.text}</Chip>
                      </span>
                    )}
                    {!column && (
                      <ConstantInput
                        label={`Value of ${field.name} for every row`}
                        value={constants[field.name] ?? ""}
                        onCommit={(value) =>
                          onMapping((before) => withConstant(before, file.name, field.name, value))
                        }
                      />
                    )}
                  </div>
                </td>
                <td className="max-w-64 truncate py-1.5! align-top text-muted max-sm:block max-sm:h-auto! max-sm:empty:hidden max-sm:max-w-full max-sm:border-0! max-sm:px-0!">
                  {column?.samples.filter((sample) => sample !== "").join(" · ")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidden.length > 0 && (
        <div className="px-4 py-2">
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer fields" : `Show ${hidden.length} more fields`}
          </Button>
        </div>
      )}
    </div>
  );
}

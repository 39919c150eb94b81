import { counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { delimiters, formats, kinds as kindNames } from "../file-report.tsx";
import { type FileSettings, type ImportMapping, settingsOf, withSettings } from "./settings.ts";
import type { Draft } from "./use-choices.ts";
import type { Checked, CheckedFile } from "./use-draft.ts";

interface Props {
  file: CheckedFile;
  draft: Draft;
  kinds: Checked["kinds"];
  onMapping: (of: (mapping: ImportMapping) => ImportMapping) => void;
}

const detected = "";
const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
const signs = [",", ";", "\t", "|"] as const;

const columns: Column<CheckedFile["columns"][number]>[] = [
  { key: "header", header: "Column", cell: (row) => row.header },
  {
    key: "how",
    header: "Written",
    className: "text-muted",
    cell: (row) =>
      row.format
        ? `dates, ${formats[row.format] ?? row.format}`
        : row.decimal
          ? `numbers, decimal ${row.decimal === "." ? "point" : "comma"}`
          : "text",
  },
  {
    key: "samples",
    header: "Three values",
    className: "text-muted",
    cell: (row) => (
      <span className="inline-block max-w-96 truncate align-bottom">
        {row.samples.filter((sample) => sample !== "").join(" · ") || "empty"}
      </span>
    ),
  },
];

/** One file: what it holds and how it is written, as it was detected and as one says. */
export function FileCard({ file, draft, kinds, onMapping }: Props) {
  const own = settingsOf(draft.mapping, file.name);
  const set = (changed: FileSettings) => onMapping((mapping) => withSettings(mapping, file.name, changed));
  return (
    <section className="card min-w-0" aria-label={file.name} data-file={file.name}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3">
        <h3 className="text-sm font-semibold">{file.name}</h3>
        {file.kind && <Chip tone="info">{kindNames[file.kind]}</Chip>}
        <p className="num text-2xs text-subtle">
          {counted(file.rows, "row")}
          {file.headerLine !== undefined && `, header on line ${file.headerLine}`}
        </p>
      </div>
      {file.preset && (
        <p
          className="flex flex-wrap items-center gap-2 px-4 pt-1 text-xs text-muted"
          data-preset={file.preset.id}
        >
          <span>
            Read as <span className="font-medium text-fg">{file.preset.name}</span>. {file.preset.reason}
          </span>
          <Button look="quiet" onClick={() => set({ preset: "none" })}>
            It is not that
          </Button>
        </p>
      )}
      {own.preset === "none" && (
        <p className="flex flex-wrap items-center gap-2 px-4 pt-1 text-xs text-muted">
          Read by its headers alone.
          <Button look="quiet" onClick={() => set({ preset: undefined })}>
            Recognise the export again
          </Button>
        </p>
      )}
      <div className="grid gap-x-4 px-4 pt-3 @[36rem]/page:grid-cols-3">
        <SelectField
          label="It holds"
          name="kind"
          value={own.kind ?? detected}
          options={[
            {
              value: detected,
              label: file.kind && !own.kind ? `${kindNames[file.kind]} (detected)` : "As detected",
            },
            ...kinds.map((kind) => ({ value: kind as string, label: kindNames[kind] })),
          ]}
          onChange={(kind) => set({ kind: kinds.find((one) => one === kind) })}
        />
        <SelectField
          label="Encoding"
          name="encoding"
          value={own.encoding ?? detected}
          options={[
            {
              value: detected,
              label: own.encoding ? "As detected" : `${file.encoding || "unknown"} (detected)`,
            },
            ...encodings.map((one) => ({ value: one as string, label: one })),
          ]}
          onChange={(text) => set({ encoding: encodings.find((one) => one === text) })}
        />
        <SelectField
          label="Cells are separated by"
          name="delimiter"
          value={own.delimiter ?? detected}
          options={[
            {
              value: detected,
              label: own.delimiter ? "As detected" : `${delimiters[file.delimiter] ?? "unknown"} (detected)`,
            },
            ...signs.map((one) => ({ value: one as string, label: delimiters[one] ?? one })),
          ]}
          onChange={(text) => set({ delimiter: signs.find((one) => one === text) })}
        />
      </div>
      {file.columns.length > 0 && (
        <DataTable
          caption={`How ${file.name} is written`}
          columns={columns}
          rows={file.columns}
          rowKey={(row) => row.header}
          className="border-t border-line"
        />
      )}
    </section>
  );
}

import { counted } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { kinds } from "../file-report.tsx";
import { answered, type Mapping } from "../mapping.ts";
import { Questions } from "../questions.tsx";
import { ChoiceWords } from "./choice-words.tsx";
import { FieldColumns } from "./field-columns.tsx";
import { FoundAccounts } from "./found-accounts.tsx";
import { Offers } from "./offers.tsx";
import { ReadingForm } from "./reading-form.tsx";
import type { ImportMapping } from "./settings.ts";
import { Stops } from "./stops.tsx";
import type { CheckedFile, DraftWork } from "./use-draft.ts";

/** Which column says what, file by file; questions first. */
export function MapStep({ work }: { work: DraftWork }) {
  const { draft, checked } = work;
  return (
    <>
      <Offers draft={draft} onUse={(use) => work.change(() => ({ use }))} />
      <Stops
        stops={checked.report.stopped.filter(({ code }) => code === "E_MAPPING" || code === "E_HEADER")}
      />
      {checked.report.files.map((file) => (
        <FileMap key={file.name} file={file} work={work} />
      ))}
    </>
  );
}

function FileMap({ file, work }: { file: CheckedFile; work: DraftWork }) {
  const { draft, checked } = work;
  const { mapping } = draft;
  const fields = file.kind ? (checked.fields[file.kind] ?? []) : [];
  const unread = file.columns.filter(({ field, header }) => field === null && header.trim() !== "");
  return (
    <section className="card min-w-0" aria-label={file.name} data-file={file.name}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3 pb-2">
        <h3 className="text-sm font-semibold">{file.name}</h3>
        {file.kind ? (
          <Chip tone="info">{kinds[file.kind]}</Chip>
        ) : (
          <Chip tone="warning">What it holds is not clear</Chip>
        )}
        <p className="num text-2xs text-subtle">
          {counted(file.rows, "row")}
          {file.preset && `, read as ${file.preset.name}`}
        </p>
      </div>
      <Questions
        questions={file.questions}
        onAnswer={(answer) =>
          work.changeMapping((now) => answered(now as Mapping, file.name, answer) as ImportMapping)
        }
      />
      {file.kind === null && (
        <p className="px-4 pb-3 text-xs text-muted">
          Say under Upload what the file holds; then its columns can be chosen here.
        </p>
      )}
      {file.kind !== null && (
        <>
          <FieldColumns
            key={file.kind}
            file={file}
            fields={fields}
            mapping={mapping}
            onMapping={work.changeMapping}
          />
          <p className="border-t border-line px-4 py-2 text-2xs text-subtle" data-unread={unread.length}>
            {unread.length === 0
              ? "Every column is read."
              : `${counted(unread.length, "column")} not read: ${unread.map(({ header }) => header).join(", ")}.`}
          </p>
          <ReadingForm file={file} mapping={mapping} onMapping={work.changeMapping} />
          <ChoiceWords
            file={file.name}
            choices={checked.details?.choices.filter((choice) => choice.file === file.name) ?? []}
            mapping={mapping}
            onMapping={work.changeMapping}
          />
          <FoundAccounts
            file={file}
            found={checked.details?.matched.filter((one) => one.file === file.name) ?? []}
            mapping={mapping}
            onMapping={work.changeMapping}
          />
        </>
      )}
    </section>
  );
}

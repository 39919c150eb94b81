import { fieldNames } from "./file-questions.ts";
import type { ImportMapping } from "./mapping.ts";
import type { InputFile, ReadFile } from "./read-file.ts";
import type { Stop } from "./report.ts";

const stop = (file: string | null, reason: string, remedy: string): Stop => ({
  file,
  code: "E_MAPPING",
  reason,
  remedy,
});

function unknownFields(mapping: ImportMapping): Stop[] {
  const all = [mapping, ...Object.values(mapping.files ?? {})];
  const named = all.flatMap(({ columns, constants, values }) =>
    [columns, constants, values].flatMap((part) => Object.keys(part ?? {})),
  );
  return [...new Set(named)]
    .filter((name) => !fieldNames.has(name))
    .map((name) =>
      stop(
        null,
        `The mapping names a field "${name}", which does not exist.`,
        "docs/importing.md lists the fields of each kind of file.",
      ),
    );
}

/** Headers the mapping names that no file of the batch has: a typing error, or the wrong file. */
function unknownHeaders(files: readonly ReadFile[]): Stop[] {
  const wanted = files.flatMap((file) => file.missing.map((one) => ({ ...one, file: file.name })));
  return wanted
    .filter(({ field, header }) =>
      files.every(
        (file) =>
          file.missing.some((one) => one.field === field && one.header === header) ||
          !file.columns.has(field),
      ),
    )
    .map(({ field, header, file }) =>
      stop(
        file,
        `The mapping reads ${field} from the column "${header}", which the file does not have.`,
        "Correct the header in the mapping.",
      ),
    );
}

function sameNames(files: readonly InputFile[]): Stop[] {
  const names = files.map(({ name }) => name);
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) =>
    stop(
      name,
      `Two files of the batch are called "${name}".`,
      "Rename one of them, so that messages can tell them apart.",
    ),
  );
}

/** What in the mapping, or in the names of the files, keeps the batch from being read as meant. */
export function mappingStops(
  mapping: ImportMapping,
  files: readonly InputFile[],
  read: readonly ReadFile[],
): Stop[] {
  return [...sameNames(files), ...unknownFields(mapping), ...unknownHeaders(read)];
}

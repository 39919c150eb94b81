import { type EntryOf, entriesOf, type FactSet } from "@termwise/core/facts";
import { type EntryId, Failure, type Instant } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import type { ImportFile } from "../imports/import-request.ts";
import { fittedMapping, savedMappingsIn } from "../imports/saved-mappings.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { houseNow } from "../journal/write-entry.ts";

/** A named way in for data, as it stands. */
export interface DataSource extends Omit<EntryOf<"data_source">, "of"> {
  readonly id: EntryId;
  /** When it came to be as it is. */
  readonly since: Instant;
}

/** The sources of what is on record, by name. */
export function sourcesIn(journal: FactSet["journal"]): DataSource[] {
  return entriesOf(journal, "data_source")
    .map(({ entryId, recordedAt, entry: { of: _, ...entry } }) => ({
      ...entry,
      id: entryId,
      since: recordedAt,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

/** A source by its id or, whatever the case, its name. Throws `not_found`, with the names there are. */
export function sourceNamed(journal: FactSet["journal"], idOrName: string): DataSource {
  const all = sourcesIn(journal);
  const wanted = idOrName.trim().toLowerCase();
  const found =
    all.find(({ id }) => id === idOrName) ?? all.find(({ name }) => name.toLowerCase() === wanted);
  if (found) return found;
  const there =
    all.length > 0 ? `There are: ${all.map(({ name }) => name).join(", ")}` : "None has been set up yet";
  throw new Failure("not_found", `There is no source "${idOrName}". ${there}`);
}

/** A source as it stands in this moment, read within a transaction. */
export async function sourceNow(tx: WorkspaceTransaction, idOrName: string): Promise<DataSource> {
  return sourceNamed(await houseNow(tx), idOrName);
}

/** How the files of a source are read: by the saved mapping it names, or by one of its own. Undefined: by their headers. */
export function mappingOf(
  journal: FactSet["journal"],
  { mapping, name }: Pick<DataSource, "mapping" | "name">,
  files: readonly ImportFile[],
): ImportMapping | undefined {
  if (mapping === null) return undefined;
  if ("json" in mapping) return readMapping(mapping.json);
  const saved = savedMappingsIn(journal).find(({ id }) => id === mapping.saved);
  if (saved) return fittedMapping(saved, files);
  throw new Failure(
    "refused",
    `The saved mapping of the source "${name}" was removed. Choose another on the page Sources`,
    { code: "E_MAPPING" },
  );
}

/** A mapping as it is kept as text. Throws `bad_input` for one that is none. */
export function readMapping(json: string): ImportMapping {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(json);
  } catch {
    // Told below.
  }
  const read = ImportMapping.safeParse(parsed);
  if (read.success) return read.data;
  throw new Failure("bad_input", "This is not a mapping: see docs/importing.md for what one holds", {
    code: "E_MAPPING",
  });
}

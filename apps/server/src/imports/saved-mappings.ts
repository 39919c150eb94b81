import { type EntryOf, entriesOf, type FactSet, type JournalOf } from "@termwise/core/facts";
import { type Day, type EntryId, Failure, type WorkspaceId } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import { ImportMapping, mappingFor } from "../ingest/mapping.ts";
import { houseNow, putHouseEntry, type Writer } from "../journal/write-entry.ts";
import { headersOf, signatureOf } from "./header-signature.ts";
import type { ImportFile } from "./import-request.ts";

/** A mapping that was kept under a name, and the files it was made for. */
export interface SavedMapping {
  readonly id: EntryId;
  readonly name: string;
  /** What each file it was made for holds, and its headers in the form of {@link signatureOf}. */
  readonly files: EntryOf<"import_mapping">["files"];
  readonly mapping: ImportMapping;
  readonly lastUsedOn: Day | null;
}

/** The saved mapping an entry holds; null when it was written by rules that no longer hold. */
export function savedMappingOf({ entryId, entry }: JournalOf<"import_mapping">): SavedMapping | null {
  const mapping = ImportMapping.safeParse(entry.mapping);
  if (!mapping.success) return null;
  const { name, files, lastUsedOn } = entry;
  return { id: entryId, name, files, mapping: mapping.data, lastUsedOn };
}

/** The saved mappings of what is on record, by name. */
export function savedMappingsIn(journal: FactSet["journal"]): SavedMapping[] {
  return entriesOf(journal, "import_mapping")
    .flatMap((fact) => savedMappingOf(fact) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

/** A saved mapping by its id or, whatever the case, its name, as it stands in this moment. Throws `not_found`. */
export function savedMappingNamed(journal: FactSet["journal"], idOrName: string): SavedMapping {
  const all = savedMappingsIn(journal);
  const found =
    all.find(({ id }) => id === idOrName) ??
    all.find(({ name }) => name.toLowerCase() === idOrName.trim().toLowerCase());
  if (found) return found;
  const names = all.map(({ name }) => name);
  const there = names.length > 0 ? `There are: ${names.join(", ")}` : "None has been saved yet";
  throw new Failure("not_found", `There is no saved mapping "${idOrName}". ${there}`);
}

/** A saved mapping of a workspace by its id, read within a transaction of that workspace; null when it is not there. */
export async function savedMapping(
  tx: WorkspaceTransaction,
  workspaceId: WorkspaceId,
  id: string,
): Promise<SavedMapping | null> {
  if (tx.workspaceId !== workspaceId) throw new Error("The transaction is of another workspace");
  return savedMappingsIn(await houseNow(tx)).find((one) => one.id === id) ?? null;
}

/** The file a saved mapping was made for that has the headers of one that comes now. */
function sameFile(saved: SavedMapping, file: ImportFile): SavedMapping["files"][number] | undefined {
  return saved.files.find((held) => {
    const headers = headersOf(file, mappingFor(saved.mapping, held.name));
    return headers !== null && signatureOf(headers) === signatureOf(held.headers);
  });
}

/** Whether a saved mapping was made for files with these headers. */
export const knowsHeadersOf = (saved: SavedMapping, file: ImportFile): boolean =>
  sameFile(saved, file) !== undefined;

/**
 * A saved mapping as it holds for files that come now, whatever they are called: a file with the headers of one it was
 * made for is read as that one was. Files with other headers are read by what it says of their names, if anything.
 */
export function fittedMapping(saved: SavedMapping, files: readonly ImportFile[]): ImportMapping {
  const own: Record<string, ReturnType<typeof mappingFor>> = {};
  for (const file of files) {
    const same = sameFile(saved, file);
    if (same) own[file.name] = { ...mappingFor(saved.mapping, same.name), kind: kindOf(saved, same) };
  }
  return { ...saved.mapping, files: { ...saved.mapping.files, ...own } };
}

const kindOf = (saved: SavedMapping, { name, kind }: SavedMapping["files"][number]) =>
  mappingFor(saved.mapping, name).kind ?? ImportMapping.shape.kind.catch(undefined).parse(kind);

/** Puts on record that an import used a saved mapping on a day: a later version, once a day. */
export async function markUsed(
  tx: WorkspaceTransaction,
  saved: SavedMapping,
  { timeZone, on, writer }: { timeZone: string; on: Day; writer: Writer },
): Promise<void> {
  const present = savedMappingsIn(await houseNow(tx)).find(({ id }) => id === saved.id);
  if (!present || present.lastUsedOn === on) return;
  const { id: entryId, name, files, mapping } = present;
  const entry = { of: "import_mapping" as const, name, files, mapping, lastUsedOn: on };
  await putHouseEntry(tx, { timeZone }, { entry, entryId }, writer);
}

/** What a caller keeps under a name. */
export interface MappingToSave {
  readonly id?: EntryId | undefined;
  readonly name: string;
  readonly mapping: ImportMapping;
  readonly files: SavedMapping["files"];
  readonly lastUsedOn?: Day | undefined;
}

/** Keeps a mapping under a name, or as a later version of one. Throws `refused` when another has the name. */
export async function putMapping(
  tx: WorkspaceTransaction,
  { id, name, mapping, files, lastUsedOn }: MappingToSave,
  { timeZone, writer }: { timeZone: string; writer: Writer },
): Promise<EntryId> {
  const all = savedMappingsIn(await houseNow(tx));
  if (id !== undefined && !all.some((one) => one.id === id)) throw noSuchMapping();
  if (all.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase()))
    throw new Failure("refused", `There is a mapping called "${name}". Choose another name`);
  const before = all.find((one) => one.id === id);
  const entry = {
    of: "import_mapping" as const,
    name,
    mapping,
    files: files.map((file) => ({ ...file, headers: file.headers.map(normalHeader) })),
    lastUsedOn: lastUsedOn ?? before?.lastUsedOn ?? null,
  };
  return putHouseEntry(tx, { timeZone }, { entry, entryId: id }, writer);
}

const normalHeader = (header: string) => header.trim().toLowerCase();

/** Nothing is kept under this id. */
export const noSuchMapping = () =>
  new Failure("not_found", "There is no such saved mapping, or it was removed");

import { GlossaryEntry } from "../../registry/index.ts";
import { type FileField, type FileRead, type FileRefusal, type FileRow, unreadable } from "./fields.ts";
import { termLines } from "./term-lines.ts";

const remedy = "Export the glossary as JSON, change texts in that file, and import it.";
const known = new Set<string>(Object.keys(GlossaryEntry.shape));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The terms of a glossary file in JSON, as the export writes it. A term may leave fields out; `id` it must have. */
export function readGlossaryJson(text: string): FileRead {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    return unreadable(`The file is not JSON: ${said}.`, remedy, lineSaid(said, text));
  }
  if (!isRecord(file) || file["format"] !== "termwise-glossary")
    return unreadable('The file does not say "format": "termwise-glossary".', remedy);
  if (file["formatVersion"] !== 1)
    return unreadable("The file is of another format version than 1.", "Export the glossary again.");
  const terms = file["terms"];
  if (!Array.isArray(terms)) return unreadable('The file has no list "terms".', remedy);
  const lines = termLines(text);
  const rows: FileRow[] = [];
  const refusals: FileRefusal[] = [];
  terms.forEach((term: unknown, at) => {
    const line = lines[at] ?? 1;
    if (isRecord(term)) {
      const { row, unknown } = rowOf(term, line);
      rows.push(row);
      refusals.push(...unknown);
    } else
      refusals.push({
        line,
        term: null,
        field: null,
        reason: `Entry ${at + 1} of "terms" is not a term.`,
        remedy: 'Write { "id": ..., "definition": ... }, or take it out.',
      });
  });
  return { rows, refusals };
}

function rowOf(term: Record<string, unknown>, line: number): { row: FileRow; unknown: FileRefusal[] } {
  const id = typeof term["id"] === "string" ? term["id"] : null;
  const fields = new Map<FileField, unknown>();
  const unknown: FileRefusal[] = [];
  for (const [field, value] of Object.entries(term))
    if (known.has(field)) fields.set(field as FileField, value);
    else
      unknown.push({
        line,
        term: id,
        field,
        reason: `A term has no field "${field.slice(0, 60)}".`,
        remedy: "Take it out, or write it as the export does.",
      });
  return { row: { line, fields: withSettings(fields) }, unknown };
}

/** Parameters as the export writes them, each in full, are read as what they are set to. */
function withSettings(fields: Map<FileField, unknown>): Map<FileField, unknown> {
  const parameters = fields.get("parameters");
  if (
    Array.isArray(parameters) &&
    parameters.every((one) => isRecord(one) && typeof one["name"] === "string")
  )
    fields.set("parameters", Object.fromEntries(parameters.map(({ name, default: value }) => [name, value])));
  return fields;
}

/** The line a parser's message names by an offset; 1 where it names none. */
function lineSaid(message: string, text: string): number {
  const at = /position (\d+)/.exec(message)?.[1];
  return at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length;
}

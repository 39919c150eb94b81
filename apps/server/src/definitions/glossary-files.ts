import {
  type CheckedFile,
  checkGlossaryFile,
  type FileRead,
  glossaryDocument,
  glossaryTable,
  proposalsOf,
  readGlossaryJson,
  readGlossaryTable,
  termsInForce,
  unreadable,
  versionsAhead,
} from "@termwise/core/governance";
import { type Day, type EntryId, Failure } from "@termwise/core/kernel";
import { glossaryJson, glossarySkos, type RegisteredTerm } from "@termwise/core/registry";
import type { WorkspaceTransaction } from "@termwise/db";
import { dayOf } from "../clock.ts";
import { decode } from "../ingest/decode.ts";
import { readRecords } from "../ingest/read-records.ts";
import { delimiterLine, sniffDelimiter } from "../ingest/sniff-delimiter.ts";
import { csvText } from "../ingest/write-csv.ts";
import { houseNow, type Writer } from "../journal/write-entry.ts";
import { proposeChange } from "./propose.ts";

/** The forms the glossary can be saved in. */
export const glossaryFormats = ["json", "csv", "markdown", "skos"] as const;
/** A form the glossary can be saved in. */
export type GlossaryFormat = (typeof glossaryFormats)[number];

/** A file as it is handed to whoever asked for it. */
export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The definitions as a file. `base` is the address terms are found under. */
export function glossaryFile(
  terms: readonly RegisteredTerm[],
  format: GlossaryFormat,
  { base }: { base: string },
): WrittenFile {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  switch (format) {
    case "json":
      return { name: "glossary.json", type: "application/json", text: json(glossaryJson(terms)) };
    case "csv": {
      const { header, rows } = glossaryTable(terms);
      return { name: "glossary.csv", type: "text/csv", text: `\ufeff${csvText(header, rows)}` };
    }
    case "markdown":
      return { name: "glossary.md", type: "text/markdown", text: glossaryDocument(terms) };
    case "skos":
      return {
        name: "glossary.jsonld",
        type: "application/ld+json",
        text: json(glossarySkos(terms, { base })),
      };
  }
}

/** A file as it was handed in. */
export interface HandedIn {
  readonly name: string;
  readonly content: string;
}

/** The rows of a glossary file: JSON by its name or its first character, else CSV with whatever stands between its cells. */
export function readGlossaryFile({ name, content }: HandedIn): FileRead {
  const decoded = decode(Buffer.from(content, "base64"), undefined);
  if ("reason" in decoded) return unreadable(decoded.reason, decoded.remedy);
  const { text } = decoded;
  if (/\.json$/i.test(name) || /^\s*[{[]/.test(text)) return readGlossaryJson(text);
  const named = delimiterLine(text);
  const body = named ? text.slice(named.length) : text;
  const records = readRecords(body, named?.delimiter ?? sniffDelimiter(body), named ? 2 : 1);
  if (!Array.isArray(records)) return unreadable(records.reason, records.remedy);
  const bad = records.find(({ problem }) => problem !== null);
  if (bad?.problem) return unreadable(bad.problem.reason, bad.problem.remedy, bad.line);
  return readGlossaryTable(records);
}

/** What a file would change, weighed against the definitions of a day. */
export function weighed(file: HandedIn, proposals: Parameters<typeof termsInForce>[0], on: Day): CheckedFile {
  return checkGlossaryFile(readGlossaryFile(file), termsInForce(proposals, on), versionsAhead(proposals, on));
}

/**
 * Puts every change of a file forward, a proposal for each term, within a transaction of `writing`: all of them or none.
 * Nothing takes effect by it; the teams sign each as any other. Refused where the file is, or where it changes nothing.
 */
export async function proposeFile(
  tx: WorkspaceTransaction,
  { timeZone }: { timeZone: string },
  { file, takesEffectOn, reason }: { file: HandedIn; takesEffectOn: Day; reason: string },
  writer: Writer,
): Promise<{ term: string; entryId: EntryId }[]> {
  const proposals = proposalsOf(await houseNow(tx));
  const { refusals, changes } = weighed(file, proposals, dayOf(writer.acting.at, timeZone));
  const [first] = refusals;
  if (first)
    throw new Failure(
      "refused",
      `Nothing was proposed: ${refusals.length} of the file's rows or fields are refused. Line ${first.line}: ${first.reason} ${first.remedy}`,
    );
  if (changes.length === 0) throw new Failure("refused", "The file says what is in force already");
  const made: { term: string; entryId: EntryId }[] = [];
  for (const { term, text, parameters, base } of changes) {
    const change = { termId: term, text, parameters, takesEffectOn, reason, base };
    made.push({ term, entryId: await proposeChange(tx, { timeZone }, change, writer) });
  }
  return made;
}

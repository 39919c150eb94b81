import { decode } from "../ingest/decode.ts";
import type { FileMapping } from "../ingest/mapping.ts";
import { readTable } from "../ingest/read-table.ts";
import type { ImportFile } from "./import-request.ts";

/** Headers stand at the top: so much of a file is looked at for them. */
const headBytes = 256 * 1024;

/** Columns of refused-rows files of ours: the file is recognised as the one its rows came from. */
const ownColumn = /^_(line|column|reason|row|read_as|extra\d*)$/;

/** The headers of a file as it is read with some settings; null when it has none that can be read. */
export function headersOf(file: ImportFile, mapping: FileMapping): readonly string[] | null {
  const decoded = decode(file.bytes.subarray(0, headBytes), mapping.encoding);
  if ("code" in decoded) return null;
  const table = readTable(decoded.text, decoded.broken, mapping);
  return "code" in table ? null : table.headers;
}

/** By what files of one export are recognised: their headers, whatever their order and case. */
export function signatureOf(headers: readonly string[]): string {
  const words = headers.map((header) => header.trim().toLowerCase());
  return JSON.stringify(words.filter((word) => word !== "" && !ownColumn.test(word)).sort());
}

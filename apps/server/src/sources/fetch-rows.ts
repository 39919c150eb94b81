import { Failure } from "@termwise/core/kernel";
import type { OutsideColumn, OutsideRows } from "@termwise/db";
import { cellOf, csvLine } from "./outside-cells.ts";

/** A part of what a query brings, as a file, and how far it reaches. */
export interface FetchedPart {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** As the other server wrote it; null where the query has no cursor, or there were no rows. */
  readonly cursor: string | null;
}

/** A part holds no more than this, so that its check and its transaction stay small. */
export const mostOfPart = { rows: 50_000, bytes: 32 * 1024 * 1024 };
/** Without a cursor all comes at once: an import's own limit. */
const mostAtOnce = 100 * 1024 * 1024;

/**
 * The rows of a query in parts. With a cursor a part ends only where the value changes, so that it can be gone on from;
 * without one all is a single part, as rows that belong together must not be torn.
 */
export async function* fetchedParts(
  outside: OutsideRows,
  cursor: string | null,
  most = mostOfPart,
): AsyncGenerator<FetchedPart> {
  const { columns } = outside;
  const place = columns.findIndex(({ name }) => name === cursor);
  const header = Buffer.from(csvLine(columns.map(({ name }) => name)));
  let part = emptyPart(header);
  for (let rows = await outside.next(); rows.length > 0; rows = await outside.next()) {
    for (const row of rows) {
      const value = place < 0 ? null : (row[place] ?? null);
      if (place >= 0 && value === null) throw withoutCursor(cursor ?? "");
      const full = part.rows >= most.rows || part.size >= most.bytes;
      if (place >= 0 && full && value !== part.cursor) {
        yield whole(part);
        part = emptyPart(header);
      }
      const line = Buffer.from(csvLine(row.map((cell, at) => cellOf(cell, columns[at] as OutsideColumn))));
      part.pieces.push(line);
      part.size += line.length;
      part.rows++;
      part.cursor = value;
      if (part.size > mostAtOnce) throw tooMuch(place >= 0);
    }
  }
  if (part.rows > 0) yield whole(part);
}

const emptyPart = (header: Buffer) => ({
  pieces: [header],
  size: header.length,
  rows: 0,
  cursor: null as string | null,
});

const whole = ({ pieces, rows, cursor }: ReturnType<typeof emptyPart>): FetchedPart => ({
  bytes: Buffer.concat(pieces),
  rows,
  cursor,
});

const withoutCursor = (cursor: string) =>
  new Failure("bad_input", `A row has no "${cursor}", so the query cannot tell how far it has come`, {
    code: "E_CURSOR",
    remedy: `Leave such rows out, with WHERE ${cursor} IS NOT NULL, or give them a value`,
  });

const tooMuch = (hasCursor: boolean) =>
  new Failure(
    "too_large",
    hasCursor ? "More than 100 MB of rows have the same cursor" : "The query brings more than 100 MB",
    {
      code: "E_TOO_LARGE",
      remedy: "Select fewer columns, or name a cursor column that tells rows apart",
    },
  );

import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";

/** Reads one row of PostgreSQL's binary COPY format: its first field begins at `from`; gives back where the row ends. */
export type ReadRow = (bytes: Buffer, from: number) => number;

const signature = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
/** The signature, a word of flags and the length of an extension that is never there. */
const headerLength = 19;

/** Hands over every row in some bytes of the format, which hold whole rows. */
function eachRow(bytes: Buffer, read: ReadRow): void {
  let at = bytes.subarray(0, signature.length).equals(signature) ? headerLength : 0;
  while (at < bytes.length && bytes.readInt16BE(at) >= 0) at = read(bytes, at + 2);
}

/** What pg hands to a query it did not make itself. */
interface Listener {
  submit(connection: pg.Connection): void;
  handleCopyData(message: { chunk: Buffer }): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
}

/** Runs `copy (…) to stdout` on PostgreSQL and hands over the rows as they come. */
export function copyOut(client: pg.Client, select: string, read: ReadRow): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener: Listener = {
      submit: (connection) => connection.query(`copy (${select}) to stdout (format binary)`),
      handleCopyData: ({ chunk }) => eachRow(chunk, read),
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(listener);
  });
}

/** The same from PGlite, which gives the whole answer at once. */
export async function copyOutEmbedded(db: PGlite, select: string, read: ReadRow): Promise<void> {
  const { blob } = await db.query(`copy (${select}) to '/dev/blob' (format binary)`);
  if (!blob) throw new Error("PGlite gave no blob for COPY");
  eachRow(Buffer.from(await blob.arrayBuffer()), read);
}

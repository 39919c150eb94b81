import type pg from "pg";

/** What pg hands to a query it did not make itself. */
interface Listener {
  submit(connection: pg.Connection): void;
  handleCopyData(message: { chunk: Buffer }): void;
  handleRowDescription(): void;
  handleDataRow(): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
}

/** Runs `copy (…) to stdout` and hands over each row's bytes as they come, without its line end. */
export function copyOut(client: pg.Client, select: string, onRow: (row: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener: Listener = {
      submit: (connection) => connection.query(`copy (${select}) to stdout`),
      handleCopyData: ({ chunk }) => onRow(chunk.subarray(0, chunk.length - 1)),
      handleRowDescription: () => {},
      handleDataRow: () => {},
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(listener);
  });
}

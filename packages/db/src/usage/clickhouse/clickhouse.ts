/** What is asked of a ClickHouse, whether it is a cluster over HTTP or one in this process. */
export interface ClickHouse {
  /** Rows in the order of their columns. Values travel beside the statement, as `{name:Type}`. */
  select(statement: string, values: Readonly<Record<string, unknown>>): Promise<unknown[][]>;
  insert(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  run(statement: string, values?: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

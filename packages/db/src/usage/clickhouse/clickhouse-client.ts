import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { Failure } from "@termwise/core/kernel";
import type { ClickHouse } from "./clickhouse.ts";

/** Milliseconds: who asked is waiting. */
const patience = 8_000;

/** The ClickHouse of a URL, `http(s)://user:password@host:8123/database`. A fault of it is told as `unavailable`, without its address. */
export function clickhouseAt(url: string): ClickHouse {
  // What fails is told by the failure, and logged where it is told.
  const log = { level: ClickHouseLogLevel.OFF };
  const client = createClient({ url, request_timeout: patience, application: "termwise", log });
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      const failure = new Failure("unavailable", "The store of usage cannot be reached. Try again.");
      failure.cause = cause;
      throw failure;
    }
  };
  return {
    select: (query, values) =>
      told(
        client
          .query({ query, query_params: { ...values }, format: "JSONCompactEachRow" })
          .then((rows) => rows.json<unknown[]>()),
      ),
    insert: async (table, values) => {
      await told(client.insert({ table, values: [...values], format: "JSONEachRow" }));
    },
    run: async (query, values = {}) => {
      await told(client.command({ query, query_params: { ...values } }));
    },
    close: () => client.close(),
  };
}

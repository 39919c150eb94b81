import { Failure } from "@termwise/core/kernel";
import pg from "pg";
import type { Connection, Database } from "./database.ts";

const { builtins, getTypeParser } = pg.types;
const textParsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: BigInt,
  [builtins.TIMESTAMPTZ]: (text) => (getTypeParser(builtins.TIMESTAMPTZ)(text) as Date).toISOString(),
};

/** Opens a pool on the PostgreSQL server of a URL. */
export function openPostgres(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    ...readable(url),
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "termwise",
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        format === "binary" ? getTypeParser(id, "binary") : (textParsers[id] ?? getTypeParser(id, "text")),
    },
  });
  // The pool drops an idle connection that broke; without a listener the event would end the process.
  pool.on("error", () => {});
  return {
    engine: "postgres",
    lock: null,
    acquire: async (patience) => connectionOf(await pool.connect(), patience),
    tidy: async () => {},
    close: () => pool.end(),
  };
}

/** A server that accepts and then says nothing would be waited for for ever: the silence is measured on this side. */
function connectionOf(client: pg.PoolClient, patience: number | null): Connection {
  const limit = patience === null ? {} : { query_timeout: patience };
  let broken = false;
  const onError = () => {
    broken = true;
  };
  // The pool listens only while a client is idle.
  client.on("error", onError);
  return {
    async query(text, params, shape) {
      const result =
        shape === "arrays"
          ? await client.query({ text, values: params, rowMode: "array", ...limit })
          : await client.query({ text, values: params, ...limit });
      return result.rows;
    },
    async frequent({ name, text }, params) {
      return (await client.query({ name, text, values: params, ...limit })).rows;
    },
    async command(text) {
      await client.query({ text, ...limit });
    },
    release(unusable) {
      client.off("error", onError);
      client.release(broken || unusable);
    },
  };
}

/** The URL, checked here because the parser's own error would carry it whole, password and all. */
function readable(url: string): { connectionString: string } {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol === "postgres:" || protocol === "postgresql:") return { connectionString: url };
  throw new Failure(
    "bad_input",
    "The database URL cannot be read; it should look like postgres://user:password@host:5432/name.",
  );
}

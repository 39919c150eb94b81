import { Failure } from "@termwise/core/kernel";
import pg from "pg";
import { failureOf } from "./outside-errors.ts";
import { type Asked, endless, initialSince, queryText } from "./outside-query.ts";

/** A column that comes from outside: its name, and what the other server calls its type. */
export interface OutsideColumn {
  readonly name: string;
  readonly type: string;
}

/** Rows of another PostgreSQL-speaking server, as they are asked for. All values are text, as that server writes them. */
export interface OutsideRows {
  readonly columns: readonly OutsideColumn[];
  /** The next rows, none at the end. */
  next(): Promise<readonly (readonly (string | null)[])[]>;
  /** Ends the transaction and the connection. */
  close(): Promise<void>;
}

/** What is asked of another server, and how long it may be silent. */
export interface OutsideQuestion extends Asked {
  readonly url: string;
  /** Moments with a zone are told in this one, so that a day stays the day it is here. */
  readonly timeZone: string;
  /** Milliseconds without an answer after which it is given up. */
  readonly patience?: number;
}

/** Rows of one round trip: so many are in memory at a time. */
const perFetch = 1_000;
/** Milliseconds: to get a connection, and for one answer; a sort of many rows takes its time. */
const patient = { connecting: 10_000, answering: 300_000 };

/** Every value as the other server writes it: nothing is read as a number or a date, so nothing is lost. */
const asText = { getTypeParser: () => (text: string | Buffer) => String(text) };

/**
 * Asks another PostgreSQL-speaking server, in one read-only transaction of one snapshot, through a cursor: however many
 * rows there are, a thousand are in memory. `since` is bound as a value and never becomes text of the query. What goes
 * wrong is a failure without address, user or password.
 */
export async function readOutside(question: OutsideQuestion): Promise<OutsideRows> {
  const patience = question.patience ?? patient.answering;
  const client = new pg.Client({
    connectionString: readable(question.url),
    connectionTimeoutMillis: Math.min(patience, patient.connecting),
    query_timeout: patience,
    keepAlive: true,
    application_name: "termwise",
    types: asText,
  });
  // A connection that breaks between two questions is told by the next one.
  client.on("error", () => {});
  const ask = async (text: string, values: unknown[] = []) => {
    // Extended: one statement each, so that no query can end the transaction it stands in and begin another.
    const one = { text, values, rowMode: "array" as const, queryMode: "extended" };
    try {
      return await client.query(one);
    } catch (error) {
      throw failureOf(error);
    }
  };
  // What has gone silent is not asked to say goodbye.
  const close = async () => {
    const ended = client.end().catch(() => {});
    const silent = setTimeout(() => void client.connection?.stream.destroy(), Math.min(patience, 2_000));
    await ended;
    clearTimeout(silent);
  };
  try {
    await client.connect().catch((error: unknown) => {
      throw failureOf(error);
    });
    await ask("begin transaction isolation level repeatable read read only");
    await ask(
      `select set_config('TimeZone', $1, true), set_config('DateStyle', 'ISO, YMD', true),
        set_config('IntervalStyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
        set_config('statement_timeout', $2, true)`,
      [question.timeZone, String(patience)],
    );
    const columns = await columnsOf(ask, question);
    const at = cursorPlace(columns, question.cursor);
    const since = question.since ?? initialSince(columns[at]?.type);
    const { text, asks } = queryText(question, false);
    await ask(`declare termwise_pull no scroll cursor for ${text}`, asks ? [since] : []);
    return {
      columns,
      next: async () => (await ask(`fetch ${perFetch} from termwise_pull`)).rows as string[][],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Ask = (text: string, values?: unknown[]) => Promise<pg.QueryArrayResult>;

async function columnsOf(ask: Ask, question: Asked): Promise<OutsideColumn[]> {
  const { text, asks } = queryText({ ...question, cursor: null }, true);
  const { fields } = await ask(text, asks ? [null] : []);
  const { rows } = await ask(
    "select oid::text, format_type(oid, null) from pg_type where oid = any($1::oid[])",
    [fields.map(({ dataTypeID }) => dataTypeID)],
  );
  const types = new Map((rows as string[][]).map(([oid, type]) => [oid, type]));
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Failure("bad_input", `Two columns of the query are called "${twice}"`, {
      code: "E_HEADER",
      remedy: "Give each column of the query a name of its own, with AS",
    });
  return fields.map(({ name, dataTypeID }) => ({ name, type: types.get(String(dataTypeID)) ?? "text" }));
}

function cursorPlace(columns: readonly OutsideColumn[], cursor: string | null): number {
  if (cursor === null) return -1;
  const at = columns.findIndex(({ name }) => name === cursor);
  if (at >= 0 && endless(columns[at]?.type ?? "")) return at;
  throw new Failure(
    "bad_input",
    at < 0
      ? `The query has no column "${cursor}", which tells how far it has come`
      : `The column "${cursor}" is of the type ${columns[at]?.type}, which does not tell how far a query has come`,
    {
      code: "E_CURSOR",
      remedy: "Select a column of dates, times or whole numbers that only grows, and name that one",
    },
  );
}

/** The URL, checked here because the parser's own error would carry it whole, password and all. */
function readable(url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol === "postgres:" || protocol === "postgresql:") return url;
  throw new Failure(
    "bad_input",
    "The warehouse's URL cannot be read; it should look like postgres://user:password@host:5432/name",
    {
      code: "E_CONNECTION",
      remedy: "Correct it where the operator keeps it",
    },
  );
}

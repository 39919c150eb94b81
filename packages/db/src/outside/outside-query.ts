import { Failure } from "@termwise/core/kernel";

/** A query of the operator's, the column that tells how far it has come, and how far that was. */
export interface Asked {
  readonly query: string;
  /** Null: everything is asked for, every time. */
  readonly cursor: string | null;
  /** As the other server wrote it; null: from the beginning. */
  readonly since: string | null;
}

const placeholder = /\{\{\s*since\s*\}\}/g;

/** Types that have an order and a least value, and that value. */
const least: Readonly<Record<string, string>> = {
  date: "-infinity",
  "timestamp without time zone": "-infinity",
  "timestamp with time zone": "-infinity",
  smallint: "-32768",
  integer: "-2147483648",
  bigint: "-9223372036854775808",
  numeric: "-1e1000",
  text: "",
  "character varying": "",
};

/** Whether a type tells how far a query has come. */
export const endless = (type: string): boolean => Object.hasOwn(least, type);

/** What is before everything of a type, for the first time a query is asked. */
export const initialSince = (type: string | undefined): string | null =>
  type === undefined ? null : (least[type] ?? null);

/** A name as SQL quotes it. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * The statement a query becomes: `{{since}}` is a parameter, and rows come in the order of the cursor, so that a part of
 * them is a beginning. `asks`: whether the parameter occurs. With `shape` it brings no rows, only their columns.
 */
export function queryText({ query, cursor }: Asked, shape: boolean): { text: string; asks: boolean } {
  const asks = query.search(placeholder) >= 0;
  if (cursor !== null && !asks)
    throw new Failure(
      "bad_input",
      "The query does not say {{since}}, so it would bring everything each time",
      {
        code: "E_CURSOR",
        remedy: `Add a condition such as WHERE ${cursor} > {{since}}, or name no cursor column`,
      },
    );
  const inner = query.trim().replace(/;\s*$/, "").replaceAll(placeholder, "$1");
  // A line of its own: the query may end in a comment.
  const all = `select * from (\n${inner}\n) as termwise_pulled`;
  if (shape) return { text: `${all} limit 0`, asks };
  return { text: cursor === null ? all : `${all} order by ${quoted(cursor)}`, asks };
}

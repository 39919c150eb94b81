import { type SQL, sql } from "drizzle-orm";
import { refuseUnstorable } from "../storable.ts";

/**
 * Lists of equal length as rows of a statement, a column of texts for each: `rows from (...)`. A JSON list for each column
 * is read faster than a JSON object for each row.
 */
export function unfolded(lists: readonly (readonly unknown[])[]): SQL {
  const columns = lists.map((list) => {
    const text = JSON.stringify(list);
    refuseUnstorable(text);
    return sql`json_array_elements_text(${text}::json)`;
  });
  return sql`rows from (${sql.join(columns, sql`, `)})`;
}

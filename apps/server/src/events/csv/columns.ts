import { field } from "../../ingest/fields/field.ts";
import { usageFields } from "../../ingest/fields/usage.ts";
import { headerWords } from "../../ingest/header-words.ts";

const told = new Set([
  ...["account_id", "account_name", "account_domain"],
  ...["date", "user_id", "feature", "activity", "uses"],
]);

/** What a file of users' usage can say: the fields the importer of readings knows, and the id of an event. */
const fields = [
  field("event_id", "id", "The id of the event, which counts once.", "message id, uuid, insert id"),
  ...usageFields.filter(({ name }) => told.has(name)),
];

/** Which column says what, by the name of the field; and the headers that were not read. */
export interface UsageColumns {
  readonly at: ReadonlyMap<string, number>;
  readonly unread: readonly string[];
}

/** Finds the columns by their headers. A field is read from the first that is called like it. */
export function usageColumns(headers: readonly string[]): UsageColumns {
  const at = new Map<string, number>();
  const words = headers.map((header) => headerWords(header).words);
  for (const { name, aliases } of fields) {
    const own = name.replaceAll("_", " ");
    const found = [own, ...aliases]
      .map((alias) => words.findIndex((word, nth) => word === alias && ![...at.values()].includes(nth)))
      .find((nth) => nth >= 0);
    if (found !== undefined) at.set(name, found);
  }
  const read = new Set(at.values());
  return { at, unread: headers.filter((_, nth) => !read.has(nth)) };
}

import type { ImportKind } from "@termwise/core/facts";
import { type Field, fieldsOf } from "./fields/index.ts";
import { type HeaderWords, headerWords } from "./header-words.ts";
import type { FileMapping } from "./mapping.ts";

/** A column that is read: where it stands, what it is read as, and what its header says beside the name. */
export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly field: Field;
  readonly currency: string | null;
  readonly minor: boolean;
  /** The mapping named it, rather than its header being recognised. */
  readonly stated: boolean;
  /** How it was found: as the mapping says, by the field's own name, by a name known for it, or by a part of its header. */
  readonly how: "stated" | "name" | "known" | "part";
}

/** The headers of a file as fields of a kind, and mapped headers the file does not have. */
export interface MappedHeaders {
  readonly columns: readonly MappedColumn[];
  readonly missing: readonly { readonly field: string; readonly header: string }[];
}

/** Columns of our own refused-rows files: what was wrong is not data. */
const ownColumns = /^_(line|column|reason|row|read_as|extra\d*)$/;

/** Table names exports put before a column: `subscriptions.started_at` is `started at`. */
const tableName = /^(subscriptions?|contracts?|lines?|licenses?|opportunity|deals?|orders?|asset) /;

/** Words that mean something else without their table: a subscription's id is no line's id. */
const tableTells =
  /^(id|name|number|no|key|status|type|state|stage|amount|total|value|date|owner|region|country)$/;

const withoutTable = (words: string): string => {
  const bare = words.replace(tableName, "");
  return tableTells.test(bare) ? words : bare;
};

const normal = (header: string) => header.trim().toLowerCase();

/** The words of each field's own name: fields are few, and asked for at every header. */
const ownWords = new Map<string, string>();
function ownWordsOf({ name }: Field): string {
  const held = ownWords.get(name) ?? headerWords(name).words;
  ownWords.set(name, held);
  return held;
}

/** The rank of a header among the aliases of a field: 0 is its canonical name, `null`: not one of them. */
function rankOf(one: Field, words: string): number | null {
  if (words === ownWordsOf(one)) return 0;
  const at = one.aliases.indexOf(words);
  return at < 0 ? null : at + 1;
}

type Candidate = HeaderWords & { index: number };

function bestFor(one: Field, open: readonly Candidate[]): { column: Candidate; rank: number } | null {
  const ranked = open.flatMap((column) => {
    const own = rankOf(one, column.words);
    const bare = own === null ? rankOf(one, withoutTable(column.words)) : null;
    const rank = own ?? (bare === null ? null : bare + 100);
    return rank === null ? [] : [{ column, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index);
  return ranked[0] ?? null;
}

/**
 * Reads the headers of a file as the fields of a kind: first as the mapping says, then by the alias table. A field
 * takes one column and a column one field; of two columns that could be one field the likelier wins.
 */
export function mapHeaders(
  headers: readonly string[],
  kind: ImportKind,
  mapping: FileMapping,
): MappedHeaders {
  const fields = fieldsOf[kind];
  const asked = mapping.columns ?? {};
  const ignored = new Set((mapping.ignore ?? []).map(normal));
  const all = headers
    .map((header, index) => ({ header, index, ...headerWords(header) }))
    .filter(
      ({ header }) =>
        header.trim() !== "" && !ignored.has(normal(header)) && !ownColumns.test(normal(header)),
    );
  const taken = new Set<number>();
  const columns: MappedColumn[] = [];
  const missing: { field: string; header: string }[] = [];
  const inMinor = new Set((mapping.minorUnits ?? []).map(normal));
  const take = (one: Field, column: Candidate, how: MappedColumn["how"]) => {
    taken.add(column.index);
    const { index, currency } = column;
    const header = headers[index] ?? "";
    const minor = column.minor || inMinor.has(normal(header));
    columns.push({ index, header, field: one, currency, minor, stated: how === "stated", how });
  };
  for (const one of fields) {
    const header = asked[one.name];
    if (typeof header !== "string") continue;
    const column = all.find((candidate) => normal(candidate.header) === normal(header));
    if (column) take(one, column, "stated");
    else missing.push({ field: one.name, header });
  }
  for (const one of fields) {
    if (one.name in asked) continue;
    const best = bestFor(
      one,
      all.filter(({ index }) => !taken.has(index)),
    );
    if (best) take(one, best.column, best.rank === 0 ? "name" : best.rank < 100 ? "known" : "part");
  }
  return { columns: columns.sort((a, b) => a.index - b.index), missing };
}

/** Fields that hold a price. */
export const priceFields = [
  "arr",
  "mrr",
  "net_unit_price",
  "unit_price",
  "unit_price_monthly",
  "unit_price_yearly",
  "list_price",
  "amount",
  "total_contract_value",
  "acv",
] as const;

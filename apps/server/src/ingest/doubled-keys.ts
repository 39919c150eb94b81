import type { RowInCheck } from "./checked-rows.ts";
import type { Remarks } from "./remarks.ts";

/** Something a row states under a key. */
export interface Keyed {
  readonly row: RowInCheck;
}

/**
 * Keeps one of the drafts of each key. Equal ones count once (said as a remark); different ones are all refused, each
 * naming the others, because nothing says which is right.
 */
export function withoutDoubles<D extends Keyed>(
  drafts: readonly D[],
  keyOf: (draft: D) => string,
  contentOf: (draft: D) => string,
  field: string,
  remarks: Remarks,
): D[] {
  const byKey = new Map<string, D[]>();
  for (const draft of drafts) {
    const alike = byKey.get(keyOf(draft));
    if (alike) alike.push(draft);
    else byKey.set(keyOf(draft), [draft]);
  }
  const kept: D[] = [];
  for (const alike of byKey.values()) {
    const [first, ...others] = alike;
    if (!first) continue;
    if (new Set(alike.map(contentOf)).size === 1) {
      kept.push(first);
      for (const { row } of others)
        remarks.say(
          row.file.name,
          row.line,
          null,
          "W_DUP_ROW",
          `The row says again what ${first.row.place} says; it counts once.`,
          "again",
        );
      continue;
    }
    for (const draft of alike) {
      const places = alike.filter((other) => other !== draft).map(({ row }) => row.place);
      const shown =
        places.slice(0, 3).join(", ") + (places.length > 3 ? ` and ${places.length - 3} more` : "");
      draft.row.refuse(
        "E_DUP_KEY",
        field,
        draft.row.sourceKey,
        `"${draft.row.sourceKey}" stands also in ${shown}, with other content.`,
        "Keep the row that is right, or give each its own id.",
      );
    }
  }
  return kept;
}

/** Says which keys differ only in case: they are two, and perhaps should not be. */
export function sayKeysByCase(drafts: readonly Keyed[], field: string, remarks: Remarks): void {
  const seen = new Map<string, string>();
  for (const { row } of drafts) {
    const key = row.sourceKey ?? "";
    const held = seen.get(key.toLowerCase());
    if (held !== undefined && held !== key)
      remarks.say(
        row.file.name,
        row.line,
        row.reader.header(field),
        "W_KEY_CASE",
        `"${key}" and "${held}" differ only in upper and lower case and are read as two.`,
        key.toLowerCase(),
      );
    else seen.set(key.toLowerCase(), key);
  }
}

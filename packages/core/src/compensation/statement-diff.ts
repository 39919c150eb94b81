import { Statement, type StatementLine, sumOf } from "./statement.ts";

/** What differs between two drafts of a statement: lines by their ids, and the total. */
export interface StatementDiff {
  readonly added: readonly StatementLine[];
  readonly removed: readonly StatementLine[];
  readonly changed: readonly { readonly before: StatementLine; readonly after: StatementLine }[];
  /** After less before, in whole minor units: what the lines above add up to. */
  readonly total: bigint;
}

/** What the present draft of a statement says otherwise than the one before it. */
export function statementDiff(previous: Statement, present: Statement): StatementDiff {
  // Read by the schema, so that the order in which a store keeps fields does not matter.
  const [before, after] = [Statement.parse(previous), Statement.parse(present)];
  const was = new Map(before.lines.map((line) => [line.lineId, line]));
  const is = new Set(after.lines.map(({ lineId }) => lineId));
  return {
    added: after.lines.filter(({ lineId }) => !was.has(lineId)),
    removed: before.lines.filter(({ lineId }) => !is.has(lineId)),
    changed: after.lines.flatMap((line) => {
      const old = was.get(line.lineId);
      return old && JSON.stringify(old) !== JSON.stringify(line) ? [{ before: old, after: line }] : [];
    }),
    total: sumOf(after.lines) - sumOf(before.lines),
  };
}

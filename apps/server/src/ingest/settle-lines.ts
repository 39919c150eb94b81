import { isDeepStrictEqual } from "node:util";
import type { ContractLine } from "@termwise/core/facts";
import type { Instant, LineId } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean } from "./choices.ts";
import { lineIdOf } from "./keys.ts";
import type { KeyedLine } from "./line-keys.ts";
import { plainDecimal } from "./number-column.ts";
import type { Change } from "./report.ts";

/** The contract line of a keyed draft. */
export function lineFact(
  { draft, key }: KeyedLine,
  renews: LineId | null,
  recordedAt: Instant,
): ContractLine {
  const { row, system, accountId, content } = draft;
  return {
    kind: "line",
    lineId: lineIdOf(system, key),
    accountId,
    ...content,
    renews,
    effectiveOn: content.startsOn,
    recordedAt,
    source: { system, key, file: row.file.name, line: row.line },
  };
}

const decimals = new Set(["quantity", "totalContractValue", "net", "list"]);

/** A value as it is compared: equal decimals have one text however they were stored. */
function comparable(name: string, value: unknown): unknown {
  if (typeof value === "string" && decimals.has(name)) return plainDecimal(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, comparable(key, inner)]));
}

const shown = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);

/** What a new version of a line changes; where it was read from does not count. */
export function lineChanges(before: ContractLine, after: ContractLine): Change[] {
  const { recordedAt: _r, source: _s, effectiveOn: _e, ...fields } = after;
  return Object.entries(fields).flatMap(([field, to]): Change[] => {
    const from = before[field as keyof ContractLine];
    if (isDeepStrictEqual(comparable(field, from), comparable(field, to))) return [];
    return [{ field, from: shown(from), to: shown(to) }];
  });
}

/** Settles one line: its row gets the fact when it is new or says something else than is known. */
export function settleLine(row: RowInCheck, line: ContractLine, known: ContractLine | undefined): void {
  row.sourceKey = line.source.key;
  if (!line.withdrawn) row.states = line;
  row.changes = known ? lineChanges(known, line) : [];
  row.outcome = known ? (row.changes.length > 0 ? "changed" : "unchanged") : "new";
  if (row.outcome !== "unchanged") row.facts.push(line);
}

/** The line a row that is no contract took back: known under its id, starting on its day, and stated by no other row. */
function takenBack(
  { reader, file }: RowInCheck,
  known: ReadonlyMap<string, ContractLine>,
  stated: ReadonlySet<string>,
): ContractLine | null {
  const key = reader.text("line_id") ?? reader.text("contract_id");
  if (key === null) return null;
  const lineId = lineIdOf(reader.text("system") ?? file.system, key);
  const held = known.get(lineId);
  // A trial before the contract stands under the contract's id with a start of its own: it is another matter.
  const sameStart = reader.word("starts_on") === null || reader.day("starts_on") === held?.startsOn;
  return held && sameStart && !stated.has(lineId) ? held : null;
}

/**
 * A row that says it is no contract: when its line is known and no row of the batch (`stated`) says otherwise, the line
 * is taken back as if it had never been recorded; otherwise the row is refused.
 */
export function settleNoContract(
  row: RowInCheck,
  known: ReadonlyMap<string, ContractLine>,
  stated: ReadonlySet<string>,
  recordedAt: Instant,
): void {
  const { reader } = row;
  row.sourceKey = reader.text("line_id") ?? reader.text("contract_id");
  const held = takenBack(row, known, stated);
  if (held) {
    const source = { ...held.source, file: row.file.name, line: row.line };
    settleLine(row, { ...held, withdrawn: true, recordedAt, source }, held);
    return;
  }
  const says = (name: string) => readBoolean(reader.word(name) ?? "") === true;
  const field = ["trial", "withdrawn"].find(says) ?? "status";
  const word = reader.asWritten(field);
  row.refuse(
    "E_NOT_CONTRACT",
    field,
    word,
    `${reader.header(field)} is "${word}": not a contract in force, so it carries no ARR.`,
    `Nothing to do if that is right. If such rows count, say so: {"values": {"${field}": {${JSON.stringify(word ?? "")}: "${field === "status" ? "in_force" : "no"}"}}}.`,
  );
}

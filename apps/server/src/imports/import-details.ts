import type { ContractLine } from "@termwise/core/facts";
import { type Day, plus, type Rational, round, zero } from "@termwise/core/kernel";
import { houseLedgerPolicy, linesInForce } from "@termwise/core/ledger";
import type { ChoiceColumn } from "../ingest/choice-words.ts";
import type { CheckedImport, CheckedRow, Outcome, Refusal } from "../ingest/report.ts";

/** Rows refused alike: one correction puts all of them right. */
export interface ProblemGroup extends Pick<Refusal, "file" | "code" | "column" | "value"> {
  readonly count: number;
  readonly lines: readonly number[];
}

/** A row to correct, with its cells as they stand. */
export interface ProblemRow extends Refusal {
  readonly cells: readonly string[];
}

/** A row that changes what is known, field by field. */
export interface ChangedRow extends Pick<CheckedRow, "file" | "line" | "sourceKey" | "changes"> {
  readonly cells: readonly string[];
}

/** What a person who prepares an import looks at, beside its report. */
export interface ImportDetails {
  /** Rows = fine + warned + refused; known are those whose facts were recorded before, doubled those a file holds twice. */
  readonly rows: {
    readonly all: number;
    readonly fine: number;
    readonly warned: number;
    readonly refused: number;
    readonly doubled: number;
    readonly known: number;
  };
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  readonly problems: readonly ProblemRow[];
  readonly groups: readonly ProblemGroup[];
  readonly changed: readonly ChangedRow[];
  /** Rows by file and outcome. */
  readonly outcomes: readonly ({ readonly file: string } & Readonly<Record<Outcome, number>>)[];
  /** ARR today of the lines accepted rows state, new and known, by currency: minor units, to hold against the source. */
  readonly totals: readonly { readonly currency: string; readonly arr: string; readonly lines: number }[];
  /** Rows by how their account was found. */
  readonly matched: readonly {
    readonly file: string;
    readonly by: "id" | "name" | "domain" | null;
    readonly count: number;
    readonly examples: readonly { readonly line: number; readonly cells: readonly string[] }[];
  }[];
  readonly choices: readonly ({ readonly file: string } & ChoiceColumn)[];
}

const most = { problems: 500, groups: 300, lines: 50_000, changed: 200, examples: 3 };

/** What a checked import looks like to whoever prepares it. Long lists are cut, counts are whole. */
export function importDetails(checked: CheckedImport, today: Day): ImportDetails {
  const { rows, report } = checked;
  const refused = rows.filter((row) => row.outcome === "refused");
  const warned = rows.filter(
    (row) => row.outcome !== "refused" && checked.remarked.has(`${row.file} line ${row.line}`),
  );
  return {
    rows: {
      all: rows.length,
      fine: rows.length - refused.length - warned.length,
      warned: warned.length,
      refused: refused.length,
      doubled:
        refused.filter(({ refusal }) => refusal?.code === "E_DUP_KEY").length +
        report.warnings.reduce((sum, { code, count }) => sum + (code === "W_DUP_ROW" ? count : 0), 0),
      known: report.counts.changed + report.counts.unchanged,
    },
    codes: counted(refused.map(({ refusal }) => refusal?.code ?? "")).map(([code, count]) => ({
      code,
      count,
    })),
    problems: refused
      .slice(0, most.problems)
      .flatMap(({ refusal, cells }) =>
        refusal ? [{ ...refusal, value: clipped(refusal.value), cells: cells.map(short) }] : [],
      ),
    groups: groupsOf(refused),
    changed: rows
      .filter(({ outcome }) => outcome === "changed")
      .slice(0, most.changed)
      .map(({ file, line, sourceKey, changes, cells }) => ({
        file,
        line,
        sourceKey,
        changes,
        cells: cells.slice(0, 4).map(short),
      })),
    outcomes: report.files.map(({ name }) => {
      const own: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 };
      for (const row of rows) if (row.file === name) own[row.outcome]++;
      return { file: name, ...own };
    }),
    totals: totalsOf(checked.lines, today),
    matched: matchesOf(rows),
    choices: report.files.flatMap(({ name }) =>
      checked.choices(name).map((column) => ({ file: name, ...column })),
    ),
  };
}

const short = (cell: string) => (cell.length > 200 ? `${cell.slice(0, 200)}…` : cell);
const clipped = (value: string | null) => (value === null ? null : short(value));

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function groupsOf(refused: readonly CheckedRow[]): ProblemGroup[] {
  const groups = new Map<string, { of: Refusal; lines: number[] }>();
  for (const { refusal } of refused) {
    if (!refusal) continue;
    const key = JSON.stringify([refusal.file, refusal.code, refusal.column, refusal.value]);
    const held = groups.get(key);
    if (held) held.lines.push(refusal.line);
    else groups.set(key, { of: refusal, lines: [refusal.line] });
  }
  const largest = [...groups.values()].sort((a, b) => b.lines.length - a.lines.length).slice(0, most.groups);
  let left = most.lines;
  return largest.map(({ of: { file, code, column, value }, lines }) => {
    const shown = lines.slice(0, left);
    left -= shown.length;
    return { file, code, column, value: clipped(value), count: lines.length, lines: shown };
  });
}

/** ARR of today by currency; renewals take over from what they renew. */
function totalsOf(lines: readonly ContractLine[], today: Day): ImportDetails["totals"] {
  const byAccount = new Map<string, ContractLine[]>();
  for (const line of lines) {
    const own = byAccount.get(line.accountId);
    if (own) own.push(line);
    else byAccount.set(line.accountId, [line]);
  }
  const sums = new Map<string, { arr: Rational; lines: number }>();
  for (const own of byAccount.values())
    for (const { line, arr, from, to } of linesInForce(own, houseLedgerPolicy)) {
      if (from > today || to < today) continue;
      const held = sums.get(line.currency) ?? { arr: zero, lines: 0 };
      sums.set(line.currency, { arr: plus(held.arr, arr), lines: held.lines + 1 });
    }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { arr, lines: count }]) => ({ currency, arr: round(arr).toString(), lines: count }));
}

function matchesOf(rows: readonly CheckedRow[]): ImportDetails["matched"] {
  const found = new Map<
    string,
    { file: string; by: CheckedRow["matched"]; rows: CheckedRow[]; count: number }
  >();
  for (const row of rows) {
    if (row.outcome === "refused") continue;
    const key = `${row.file} ${row.matched}`;
    const held = found.get(key) ?? { file: row.file, by: row.matched, rows: [], count: 0 };
    found.set(key, held);
    held.count++;
    if (held.rows.length < most.examples) held.rows.push(row);
  }
  return [...found.values()].map(({ file, by, count, rows: examples }) => ({
    file,
    by,
    count,
    examples: examples.map(({ line, cells }) => ({ line, cells: cells.slice(0, 4).map(short) })),
  }));
}

import { type ContractLine, type Fact, type FactSet, noFacts } from "@termwise/core/facts";
import { day, instant } from "@termwise/core/kernel";
import { type CheckRequest, checkImport } from "./check.ts";
import type { ImportMapping } from "./mapping.ts";
import type { CheckedImport } from "./report.ts";

/** The text of a CSV file from lines written as in the file; for tests. */
export const csv = (...lines: string[]): string => `${lines.join("\n")}\n`;

/** Checks files given as text by name; for tests. */
export function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  mapping: ImportMapping = {},
  more: Partial<CheckRequest> = {},
): CheckedImport {
  return checkImport({
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content,
    })),
    mapping,
    known: noFacts,
    recordedAt: instant("2026-11-21T12:00:00Z"),
    today: day("2026-11-21"),
    ...more,
  });
}

/** What is known once facts are recorded beside those known before; for tests. */
export function withFacts(known: FactSet, facts: readonly Fact[]): FactSet {
  const of = <Kind extends Fact["kind"]>(kind: Kind) =>
    facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
  return {
    accounts: [...known.accounts, ...of("account")],
    attributes: [...known.attributes, ...of("attribute")],
    merges: known.merges,
    splits: known.splits,
    lines: [...known.lines, ...of("line")],
    fxRates: [...known.fxRates, ...of("fx_rate")],
    journal: [...known.journal, ...of("journal")],
    usage: [...known.usage, ...of("usage")],
  };
}

/** The contract lines among checked facts, in the order of their keys; for tests. */
export function linesOf({ facts }: CheckedImport): ContractLine[] {
  const lines = facts.filter((fact): fact is ContractLine => fact.kind === "line");
  return lines.sort((a, b) => (a.source.key < b.source.key ? -1 : 1));
}

/** The code of each refusal by line, `"7 E_QUOTE"`; for tests. */
export const refusals = ({ report }: CheckedImport): string[] =>
  report.refusals.map(({ line, code }) => `${line} ${code}`);

/** The codes the batch stopped for; for tests. */
export const stops = ({ report }: CheckedImport): string[] => report.stopped.map(({ code }) => code);

/** The codes of what was remarked; for tests. */
export const remarked = ({ report }: CheckedImport): string[] => report.warnings.map(({ code }) => code);

import type { Stamp } from "@termwise/core/facts";
import type { Day, Instant } from "@termwise/core/kernel";

/** The columns every fact has. */
export interface StampRow {
  effectiveOn: string;
  recordedAt: string;
  sourceSystem: string;
  sourceKey: string;
  sourceFile: string | null;
  sourceLine: number | null;
}

export function stampRow(fact: Stamp): StampRow {
  return {
    effectiveOn: fact.effectiveOn,
    recordedAt: fact.recordedAt,
    sourceSystem: fact.source.system,
    sourceKey: fact.source.key,
    sourceFile: fact.source.file,
    sourceLine: fact.source.line,
  };
}

/** The ledger holds only what `appendFacts` wrote from facts, so its text is read back as what it was. */
export function stampOf(row: StampRow): Stamp {
  return {
    effectiveOn: row.effectiveOn as Day,
    recordedAt: row.recordedAt as Instant,
    source: { system: row.sourceSystem, key: row.sourceKey, file: row.sourceFile, line: row.sourceLine },
  };
}

/** Whether a version takes its fact back, as it is stored. */
export const withdrawnRow = ({ withdrawn }: { withdrawn?: true | undefined }) => ({
  withdrawn: withdrawn === true,
});

/** Facts that stand do not say so. */
export const withdrawnOf = ({ withdrawn }: { withdrawn: boolean }): { withdrawn?: true } =>
  withdrawn ? { withdrawn } : {};

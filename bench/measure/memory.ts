import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LedgerColumns, packColumns } from "@termwise/core/retention/columns";

/** What a process that holds nothing but the engine takes, in bytes. */
export interface EngineMemory {
  /** Resident before anything was loaded, and the peak with all pinned series built. */
  readonly idle: number;
  readonly peak: number;
  /** The arrays of the columns, and of all pinned series. */
  readonly columns: number;
  readonly pinned: number;
}

/** Starts a process of its own for the engine, so that no database of the benchmark is counted. */
export function engineMemory(columns: LedgerColumns, closes: { first: number; last: number }): EngineMemory {
  const folder = mkdtempSync(join(tmpdir(), "termwise-memory-"));
  const snapshot = join(folder, "columns");
  try {
    writeFileSync(snapshot, packColumns(columns));
    const args = [
      fileURLToPath(import.meta.resolve("./memory-of-engine.ts")),
      snapshot,
      String(closes.first),
      String(closes.last),
    ];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { createHash, randomBytes } from "node:crypto";
import type { Fact, FactSet } from "@termwise/core/facts";
import { ImportId, type Instant } from "@termwise/core/kernel";
import {
  appendFacts,
  appendRows,
  closeBatch,
  findWorkspace,
  loadFacts,
  openBatch,
  type WorkspaceTransaction,
} from "@termwise/db";
import { dayOf } from "../clock.ts";
import { checkImport } from "../ingest/check.ts";
import type { ImportMapping } from "../ingest/mapping.ts";
import type { CheckedImport } from "../ingest/report.ts";
import { headlineFigures, judgedPeriod } from "./headline-figures.ts";
import type { ImportReport } from "./import-report.ts";

/** A file as it was handed in. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files to take in, how to read them, and whether only to say what would happen. */
export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly mapping?: ImportMapping | undefined;
  readonly dryRun: boolean;
  /** Changes beyond the safety bounds are meant. */
  readonly confirm?: boolean | undefined;
  readonly recordedAt: Instant;
}

/**
 * Checks files against what is known and, unless it is a dry run or the batch is stopped, stores their receipt and
 * their facts. Must run in the writer's lane, so that nothing comes between what was checked and what is stored.
 */
export async function receiveImport(tx: WorkspaceTransaction, request: ImportRequest): Promise<ImportReport> {
  const { files, mapping, dryRun, confirm, recordedAt } = request;
  const known = await loadFacts(tx);
  const today = dayOf(recordedAt);
  const checked = checkImport({ files, mapping, known, recordedAt, today, confirm });
  const after = joined(known, checked.facts);
  const period = judgedPeriod(after, today);
  const { reportingCurrency } = await findWorkspace(tx);
  const committed = !dryRun && checked.report.stopped.length === 0;
  const report: ImportReport = {
    ...checked.report,
    id: committed ? ImportId.parse(`imp_${randomBytes(10).toString("hex")}`) : null,
    committed,
    recordedAt,
    before: headlineFigures(known, period, reportingCurrency),
    after: headlineFigures(after, period, reportingCurrency),
  };
  if (report.id !== null) await store(tx, report.id, request, checked, report);
  return report;
}

async function store(
  tx: WorkspaceTransaction,
  id: ImportId,
  request: ImportRequest,
  checked: CheckedImport,
  report: ImportReport,
): Promise<void> {
  const files = request.files.map((file) => ({ file, read: report.files.find((f) => f.name === file.name) }));
  await openBatch(tx, {
    id,
    createdAt: request.recordedAt,
    files: files.map(({ file, read }) => ({
      name: file.name,
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
      kind: read?.kind ?? "unknown",
      header: read?.columns.map((column) => column.header) ?? [],
      mapping: request.mapping ?? null,
    })),
  });
  for (const [position, { file }] of files.entries()) {
    const rows = checked.rows.filter((row) => row.file === file.name);
    await appendRows(
      tx,
      id,
      position,
      rows.map(({ line, cells, outcome, refusal, sourceKey }) => ({
        line,
        cells,
        hash: createHash("sha256").update(JSON.stringify(cells)).digest("hex"),
        outcome,
        refusal,
        sourceKey,
      })),
    );
  }
  await appendFacts(tx, byKind(checked.facts));
  await closeBatch(tx, id, report);
}

/** Facts by kind, as the ledger takes them. */
export function byKind(facts: readonly Fact[]): FactSet {
  const of = <Kind extends Fact["kind"]>(kind: Kind) =>
    facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
  return {
    accounts: of("account"),
    attributes: of("attribute"),
    merges: of("merge"),
    splits: of("split"),
    lines: of("line"),
    fxRates: of("fx_rate"),
  };
}

function joined(known: FactSet, facts: readonly Fact[]): FactSet {
  const more = byKind(facts);
  return {
    accounts: [...known.accounts, ...more.accounts],
    attributes: [...known.attributes, ...more.attributes],
    merges: [...known.merges, ...more.merges],
    splits: [...known.splits, ...more.splits],
    lines: [...known.lines, ...more.lines],
    fxRates: [...known.fxRates, ...more.fxRates],
  };
}

import { createHash } from "node:crypto";
import type { FactSet } from "@termwise/core/facts";
import { type Currency, type Day, groupBy, type Instant } from "@termwise/core/kernel";
import type { IntakeRow } from "@termwise/db";
import { checkImport } from "../ingest/check.ts";
import type { CheckedRow, CheckReport } from "../ingest/report.ts";
import { byKind, joined } from "./fact-slices.ts";
import { headlineFigures, judgedPeriod } from "./headline-figures.ts";
import { type ImportDetails, importDetails } from "./import-details.ts";
import type { HeadlineFigures } from "./import-report.ts";
import type { ImportRequest } from "./import-request.ts";

/** What an import is assessed against: every fact recorded so far, and the workspace's reporting currency. */
export interface KnownBefore {
  readonly facts: FactSet;
  readonly currency: Currency | null;
  /** The workspace's time zone. */
  readonly timeZone: string;
}

/** What an assessment looks at of a request, and the day and moment of it. */
export interface AssessedRequest extends Pick<ImportRequest, "files" | "mapping" | "confirm"> {
  /** More is wanted than a report tells: rows to correct, changes, totals. */
  readonly detailed?: boolean | undefined;
  readonly today: Day;
  readonly recordedAt: Instant;
}

/** A file of an import with what became of each of its rows. */
export interface AssessedFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly IntakeRow[];
}

/** An import, checked and weighed: nothing of it is stored yet. */
export interface Assessment {
  readonly report: CheckReport;
  readonly before: HeadlineFigures | null;
  readonly after: HeadlineFigures | null;
  /** What a person who prepares an import looks at; null when it was not asked for. */
  readonly details: ImportDetails | null;
  /** New facts and new versions of changed ones; none when the batch is stopped. */
  readonly facts: FactSet;
  readonly files: readonly AssessedFile[];
}

const sha256 = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");

/** Checks files against what is known and tells ARR and NRR before and after them. Pure; seconds for 100,000 rows. */
export function assessImport(request: AssessedRequest, known: KnownBefore): Assessment {
  const { files, mapping, confirm, today, recordedAt, detailed = false } = request;
  const checked = checkImport({
    files,
    mapping,
    known: known.facts,
    recordedAt,
    today,
    confirm,
    currency: known.currency,
    timeZone: known.timeZone,
  });
  const facts = byKind(checked.facts);
  const after = joined([known.facts, facts]);
  const period = judgedPeriod(after, today);
  const rows = groupBy(checked.rows, (row) => row.file);
  return {
    report: checked.report,
    before: headlineFigures(known.facts, period, known.currency),
    after: headlineFigures(after, period, known.currency),
    details: detailed ? importDetails(checked, today) : null,
    facts,
    files: files.map(({ name, bytes }) => ({
      name,
      sha256: sha256(bytes),
      rows: (rows.get(name) ?? []).map(received),
    })),
  };
}

function received({ line, cells, outcome, refusal, sourceKey }: CheckedRow): IntakeRow {
  return { line, cells, hash: sha256(JSON.stringify(cells)), outcome, refusal, sourceKey };
}

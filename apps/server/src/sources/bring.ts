import { createHash } from "node:crypto";
import { Failure, type Instant } from "@termwise/core/kernel";
import {
  addOnlyRun,
  addRun,
  changeHeldRun,
  findBatch,
  findRunOfKey,
  loadRunsOfFile,
  type NewRun,
  type RunTrigger,
  type SourceRun,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { ImportReport } from "../imports/import-report.ts";
import type { ImportRequest } from "../imports/import-request.ts";
import { houseNow } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { type DataSource, mappingOf } from "./source-list.ts";
import { undoneImports } from "./undone.ts";

/** Files that are brought, by what, and for which source. */
export interface Bringing
  extends Pick<ImportRequest, "files" | "mapping" | "savedMapping" | "confirm" | "dryRun" | "onStep"> {
  readonly source: DataSource | null;
  readonly trigger: RunTrigger;
  /** What the caller calls this request, and a hash of all that was sent: the same again has no second effect. */
  readonly once?: { readonly key: string; readonly digest: string } | undefined;
  /** Content that was taken in before is not taken in again. */
  readonly neverTwice?: boolean | undefined;
  /** The run in hand, which this is part of; else it is a run of its own. */
  readonly run?: { readonly id: string; readonly holder: string } | undefined;
  /** What is written down with the run when, and only when, the files are taken in. */
  readonly with?: ((report: ImportReport) => Partial<NewRun>) | undefined;
}

/** What came of it: the report, and whether it is that of an earlier time. */
export interface Brought {
  readonly report: ImportReport;
  readonly again: boolean;
}

/** A hash of some content. */
export const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
};

const shaOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Takes files in for a source: checked and stored as any import, the run put down in the transaction that stores them, so
 * that a run that is on record as done has brought its data, and only then. A dry run puts nothing down.
 */
export async function bring(termwise: Termwise, bringing: Bringing, by: Acting): Promise<Brought> {
  const { source, files, dryRun, once } = bringing;
  if (!dryRun) {
    const earlier = await earlierReport(termwise, bringing);
    if (earlier) return { report: earlier, again: true };
  }
  if (source?.paused && !dryRun) throw pausedFailure(source);
  try {
    const journal = source === null ? [] : await termwise.read(houseNow);
    const named = bringing.mapping !== undefined || bringing.savedMapping !== undefined;
    const mapping = named || source === null ? bringing.mapping : mappingOf(journal, source, files);
    const report = await termwise.importFiles(
      {
        files,
        mapping,
        savedMapping: bringing.savedMapping,
        confirm: bringing.confirm,
        dryRun,
        onStep: bringing.onStep,
        alongside: (tx, stored) => putDown(tx, bringing, stored, by.at),
      },
      by,
    );
    if (!report.committed && !dryRun) await putStop(termwise, bringing, report, by.at);
    return { report, again: false };
  } catch (error) {
    // Another request of the same key, or the same file by another way, came first: its report is the answer.
    if (error instanceof Failure && error.code === "conflict" && (once || bringing.neverTwice)) {
      const earlier = await earlierReport(termwise, bringing);
      if (earlier) return { report: earlier, again: true };
    }
    if (!dryRun && source !== null && bringing.run === undefined)
      await putFailure(termwise, bringing, error, by.at);
    throw error;
  }
}

const pausedFailure = ({ name }: DataSource) =>
  new Failure("conflict", `The source "${name}" is paused. Resume it on the page Sources, then try again`, {
    code: "E_PAUSED",
  });

/** The report of the time the same was brought before; null when it was not. */
async function earlierReport(
  termwise: Termwise,
  { once, neverTwice, source, files }: Bringing,
): Promise<ImportReport | null> {
  return termwise.read(async (tx) => {
    if (once) {
      const run = await findRunOfKey(tx, once.key);
      if (run && run.requestDigest !== once.digest)
        throw new Failure(
          "conflict",
          "This Idempotency-Key was used with another request. Use a new one for each request",
          {
            status: 422,
            code: "E_IDEMPOTENCY_KEY",
          },
        );
      if (run?.importId) return ((await findBatch(tx, run.importId))?.report ?? null) as ImportReport | null;
    }
    if (!neverTwice || source === null) return null;
    const before: (SourceRun | null)[] = [];
    for (const { bytes } of files) before.push((await timesOf(tx, source, shaOf(bytes))).standing);
    const last = before.at(-1);
    if (!last?.importId || before.some((run) => run === null)) return null;
    return ((await findBatch(tx, last.importId))?.report ?? null) as ImportReport | null;
  });
}

/** How often a content was taken in for a source, and the time that stands: what was undone may come again. */
async function timesOf(
  tx: WorkspaceTransaction,
  { id }: DataSource,
  sha256: string,
): Promise<{ count: number; standing: SourceRun | null }> {
  const [runs, undone] = [
    await loadRunsOfFile(tx, { sourceId: id, sha256 }),
    undoneImports(await houseNow(tx)),
  ];
  const standing = runs.find(({ importId }) => importId !== null && !undone.has(importId)) ?? null;
  return { count: runs.length, standing };
}

const countsOf = ({ counts }: ImportReport) => ({
  created: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  refused: counts.refused,
});

/** Puts the run down in the transaction that stores its import. */
async function putDown(
  tx: WorkspaceTransaction,
  { source, trigger, files, once, neverTwice, run, with: more }: Bringing,
  report: ImportReport,
  now: Instant,
): Promise<void> {
  if (run) {
    const change = { ...countsOf(report), importId: report.id, ...more?.(report) };
    if (await changeHeldRun(tx, run, change)) return;
    throw new Failure("conflict", "Another server has taken this run over. Nothing was stored here");
  }
  const done = {
    trigger,
    state: "done",
    sourceId: source?.id ?? null,
    askedAt: now,
    startedAt: now,
    endedAt: now,
  } as const;
  for (const [at, { name, bytes }] of files.entries()) {
    const sha256 = shaOf(bytes);
    const times = neverTwice && source ? await timesOf(tx, source, sha256) : null;
    if (times?.standing) throw new Failure("conflict", `${name} was taken in before`);
    await addOnlyRun(tx, {
      ...done,
      fileName: name,
      sha256,
      importId: report.id,
      // Several files are one import: its rows are told once.
      ...(at === 0 && {
        ...countsOf(report),
        idempotencyKey: once?.key ?? null,
        requestDigest: once?.digest ?? null,
      }),
      ...(times && { dueKey: `file ${sha256} ${times.count}` }),
      ...more?.(report),
    });
  }
}

/** Why an import of a source stored nothing, on record: a question, a safety bound, a file that cannot be read. */
async function putStop(
  termwise: Termwise,
  { source, trigger, files, run }: Bringing,
  report: ImportReport,
  now: Instant,
) {
  const [stop] = report.stopped;
  if (source === null || run) return;
  await termwise.write((tx) =>
    addRun(tx, {
      trigger,
      state: "stopped",
      sourceId: source.id,
      askedAt: now,
      startedAt: now,
      endedAt: now,
      fileName: files
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 300),
      errorCode: stop?.code ?? "E_MAPPING",
      errorMessage: stop?.reason ?? "The import was stopped",
      errorRemedy: stop?.remedy ?? null,
    }),
  );
}

/** What is told of an error on a page: the words of a failure, and of anything else only that it was one. */
export function toldOf(error: unknown): {
  errorCode: string;
  errorMessage: string;
  errorRemedy: string | null;
} {
  if (!(error instanceof Failure))
    return {
      errorCode: "E_INTERNAL",
      errorMessage: "Something went wrong",
      errorRemedy: "Look into the log of the server for the moment of this run",
    };
  const { code, remedy } = error.details as { code?: unknown; remedy?: unknown };
  return {
    errorCode: typeof code === "string" ? code : error.code.toUpperCase(),
    errorMessage: error.message,
    errorRemedy: typeof remedy === "string" ? remedy : null,
  };
}

async function putFailure(
  termwise: Termwise,
  { source, trigger, files }: Bringing,
  error: unknown,
  now: Instant,
) {
  // Whether the store can take it is not known; what failed is told in any case.
  await termwise
    .write((tx) =>
      addRun(tx, {
        trigger,
        state: "failed",
        sourceId: source?.id ?? null,
        askedAt: now,
        startedAt: now,
        endedAt: now,
        fileName: files
          .map(({ name }) => name)
          .join(", ")
          .slice(0, 300),
        ...toldOf(error),
      }),
    )
    .catch(() => null);
}

import { randomBytes } from "node:crypto";
import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { Failure, ImportId, MemberId, type WorkspaceId } from "@termwise/core/kernel";
import {
  appendAudit,
  changedSince,
  type Database,
  findWorkspace,
  holdWriterLane,
  inWorkspace,
  loadFacts,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { dayOf } from "../clock.ts";
import { tellMember } from "../plays/tell-member.ts";
import { assessApart } from "./assess-apart.ts";
import type { ImportReport } from "./import-report.ts";
import type { ImportRequest } from "./import-request.ts";
import { recordingMoment } from "./recording-moment.ts";
import { fittedMapping, markUsed, type SavedMapping, savedMappingNamed } from "./saved-mappings.ts";
import { storeImport } from "./store-import.ts";
import { writerFor } from "./writer-for.ts";

/** Another writer may come between as often as this; more is a herd, and the caller had better wait. */
const tries = 5;

/**
 * Checks files against what is known and, unless it is a dry run or the batch is stopped, stores their receipt and
 * their facts in one transaction. The check holds up nobody: it is made on a snapshot, and made again when another
 * writer changed what is known before the transaction began.
 */
export async function receiveImport(
  db: Database,
  workspaceId: WorkspaceId,
  request: ImportRequest,
  by: Acting,
): Promise<ImportReport> {
  const { files, confirm, dryRun, now, alongside, onStep = () => {} } = request;
  for (let attempt = 1; attempt <= tries; attempt++) {
    onStep({ step: "checking" });
    const seen = await inWorkspace(db, workspaceId, whatIsKnown, {
      readOnly: true,
      isolation: "repeatable read",
    });
    refuseDemo(seen.workspace.demo);
    const saved = savedIn(seen.facts, request);
    const mapping = saved ? fittedMapping(saved, files) : request.mapping;
    const [today, recordedAt] = [dayOf(now(), seen.workspace.timeZone), recordingMoment(seen.facts, now())];
    const assessment = await assessApart(
      { files, mapping, confirm, today, recordedAt, detailed: request.onDetails !== undefined },
      {
        facts: seen.facts,
        currency: seen.workspace.reportingCurrency,
        timeZone: seen.workspace.timeZone,
      },
    );
    if (assessment.details) request.onDetails?.(assessment.details);
    const committed = !dryRun && assessment.report.stopped.length === 0;
    const id = committed ? ImportId.parse(`imp_${randomBytes(10).toString("hex")}`) : null;
    const { before, after } = assessment;
    const report: ImportReport = {
      ...assessment.report,
      id,
      committed,
      recordedAt,
      before,
      after,
      ...(saved && { savedMapping: { id: saved.id, name: saved.name } }),
    };
    if (id === null) return report;
    const stored = await inWorkspace(db, workspaceId, async (tx) => {
      await holdWriterLane(tx);
      if (!(await isAsSeen(tx, seen))) return false;
      await storeImport(tx, { id, recordedAt, mapping, files, assessment, report }, onStep);
      await alongside?.(tx, report);
      await appendAudit(tx, workspaceId, {
        ...by,
        action: "import_committed",
        subject: { kind: "import", id },
        details: { files: files.length, counts: report.counts },
      });
      if (by.actor.kind === "member" && by.actor.id !== null)
        await tellMember(tx, MemberId.parse(by.actor.id), {
          kind: "import_finished",
          subject: id,
          title: `The import of ${files.map(({ name }) => name).join(", ")} is finished`.slice(0, 300),
          detail: `${report.counts.new} new, ${report.counts.changed} changed, ${report.counts.refused} refused.`,
          path: `/data/imports/${id}`,
          at: recordedAt,
        });
      const { timeZone } = seen.workspace;
      if (saved) await markUsed(tx, saved, { timeZone, on: today, writer: writerFor(by) });
      return true;
    });
    if (stored) return report;
  }
  throw new Failure("conflict", "Other imports keep coming in between. Nothing was stored; try again");
}

/** The saved mapping a request names, as it stands. */
function savedIn(all: FactSet, { savedMapping, mapping }: ImportRequest): SavedMapping | null {
  if (savedMapping === undefined) return null;
  if (mapping !== undefined)
    throw new Failure("bad_input", "Give either a mapping or the name of a saved one, not both");
  return savedMappingNamed(factsKnownAt(all, null).journal, savedMapping);
}

type Seen = Awaited<ReturnType<typeof whatIsKnown>>;

async function whatIsKnown(tx: WorkspaceTransaction) {
  const { mark } = await changedSince(tx, null);
  return { mark, workspace: await findWorkspace(tx), facts: await loadFacts(tx) };
}

async function isAsSeen(tx: WorkspaceTransaction, seen: Seen): Promise<boolean> {
  const [changes, workspace] = [await changedSince(tx, seen.mark), await findWorkspace(tx)];
  return (
    changes.accountIds.length === 0 &&
    !changes.ratesChanged &&
    // A period that was closed meanwhile: what is recorded now is recorded after it.
    !changes.houseChanged &&
    JSON.stringify(workspace) === JSON.stringify(seen.workspace)
  );
}

function refuseDemo(demo: boolean): void {
  if (demo)
    throw new Failure(
      "refused",
      "This workspace holds the demo company. Remove it first: the button on the page, or `npm run termwise -- demo remove`",
    );
}

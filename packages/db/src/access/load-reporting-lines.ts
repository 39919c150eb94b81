import type { ReportingLine } from "@termwise/core/access";
import type { Day, Instant, MemberId, WorkspaceId } from "@termwise/core/kernel";
import { asc, eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { reportingLines } from "./tables/reporting-line.ts";

/** Who led whom in a workspace, with its history, in the order it was recorded. */
export async function loadReportingLines(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReportingLine[]> {
  const rows = await tx.tables
    .select()
    .from(reportingLines)
    .where(eq(reportingLines.workspaceId, workspaceId))
    .orderBy(asc(reportingLines.seq));
  return rows.map((row) => ({
    memberId: row.memberId as MemberId,
    managerId: row.managerId as MemberId | null,
    effectiveOn: row.effectiveOn as Day,
    recordedAt: row.recordedAt as Instant,
  }));
}

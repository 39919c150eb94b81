import type { ReportingLine } from "@termwise/core/access";
import type { WorkspaceTransaction } from "../transaction.ts";
import { reportingLines } from "./tables/reporting-line.ts";

/** Records who leads whom from a day on. What was recorded before stays. */
export async function appendReportingLine(tx: WorkspaceTransaction, line: ReportingLine): Promise<void> {
  await tx.tables.insert(reportingLines).values({ workspaceId: tx.workspaceId, ...line });
}

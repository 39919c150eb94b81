import { eq } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { workspaces } from "./tables/workspace.ts";
import type { Workspace } from "./workspace.ts";

/** The settings a person may change. */
export type WorkspaceSettings = Pick<
  Workspace,
  "name" | "reportingCurrency" | "fiscalYearStart" | "timeZone" | "workingDays" | "secondFactorRequired"
>;

/** Changes the settings that are given. */
export async function updateSettings(
  tx: WorkspaceTransaction,
  settings: Partial<WorkspaceSettings>,
): Promise<void> {
  if (Object.values(settings).every((value) => value === undefined)) return;
  const { workingDays, ...others } = settings;
  await tx.tables
    .update(workspaces)
    .set({ ...others, ...(workingDays && { workingDays: [...workingDays] }) })
    .where(eq(workspaces.id, tx.workspaceId));
}

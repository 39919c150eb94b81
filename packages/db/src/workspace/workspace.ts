import type { Currency, Instant, WorkspaceId } from "@termwise/core/kernel";
import type { workspaces } from "./tables/workspace.ts";

/** A tenant and its settings. `reportingCurrency` null: the data's own. `fiscalYearStart` is a month, 1-12. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly reportingCurrency: Currency | null;
  readonly fiscalYearStart: number;
  /** IANA name: where the workspace's days begin and end. */
  readonly timeZone: string;
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly workingDays: readonly number[];
  /** Members see nothing until they have a second factor. */
  readonly secondFactorRequired: boolean;
  /** It holds the demo company and nothing else. */
  readonly demo: boolean;
  /** When the demo company was removed; it does not come back by itself. */
  readonly demoRemovedAt: Instant | null;
}

export const toWorkspace = (row: typeof workspaces.$inferSelect): Workspace => ({
  id: row.id as WorkspaceId,
  name: row.name,
  reportingCurrency: row.reportingCurrency as Currency | null,
  fiscalYearStart: row.fiscalYearStart,
  timeZone: row.timeZone,
  workingDays: row.workingDays,
  secondFactorRequired: row.secondFactorRequired,
  demo: row.demo,
  demoRemovedAt: row.demoRemovedAt as Instant | null,
});

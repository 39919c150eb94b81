import type { AccountId, Day, WorkspaceId } from "@termwise/core/kernel";
import type { AccountUse, MainUser, StoredUse, UsageDays, UsageQuestion, WeeklyUse } from "./stored-use.ts";

/** Uses that were counted together. The id names them for good. */
export interface UseBatch {
  readonly id: string;
  readonly uses: readonly StoredUse[];
}

/**
 * Where daily uses are kept when they are not kept in the database itself. It answers as the database would, to the row
 * and in the same order. It has no part in a transaction: what is added is named, so that adding it again changes nothing.
 */
export interface UsageStore {
  /** Adds batches; those that were added before, or by half, are as if added once. */
  add(workspaceId: WorkspaceId, batches: readonly UseBatch[]): Promise<void>;
  daily(workspaceId: WorkspaceId, question: UsageQuestion): Promise<StoredUse[]>;
  accountDays(workspaceId: WorkspaceId, question: UsageQuestion): Promise<AccountUse[]>;
  /** The days on which there was use of any account, in their order. */
  useDays(workspaceId: WorkspaceId, days: UsageDays): Promise<Day[]>;
  weeks(workspaceId: WorkspaceId, days: UsageDays): Promise<WeeklyUse[]>;
  mainUsers(workspaceId: WorkspaceId, days: UsageDays): Promise<ReadonlyMap<AccountId, MainUser>>;
  /** Forgets everything of a workspace. */
  drop(workspaceId: WorkspaceId): Promise<void>;
  close(): Promise<void>;
}

// The store's doors. Tables are private; everything speaks core types.
export { connect, type Place } from "./client.ts";
export type { Database, Engine } from "./database.ts";
export { appendFacts } from "./ledger/append-facts.ts";
export { loadFacts } from "./ledger/load-facts.ts";
export { type DataDirLock, findHolder, type Holder } from "./lock.ts";
export { isMigrated, migrate } from "./migrate.ts";
export {
  asOwner,
  inWorkspace,
  type Transaction,
  type TransactionOptions,
  type WorkspaceTransaction,
} from "./transaction.ts";
export { markAsDemo, removeDemo } from "./workspace/demo.ts";
export { createWorkspace, ensureWorkspace } from "./workspace/ensure-workspace.ts";
export { findWorkspace } from "./workspace/find-workspace.ts";
export { holdWriterLane } from "./workspace/hold-writer-lane.ts";
export { loadWorkspaces } from "./workspace/load-workspaces.ts";
export { updateSettings, type WorkspaceSettings } from "./workspace/update-settings.ts";
export type { Workspace } from "./workspace/workspace.ts";

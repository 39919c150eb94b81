// The store's doors. Tables are private; everything speaks core types.
export { createApiKey, holdApiKeys, loadApiKeys, type NewApiKey, revokeApiKey } from "./access/api-keys.ts";
export { appendReportingLine } from "./access/append-reporting-line.ts";
export { changeMember, endSessionsOf, type MemberChange } from "./access/change-member.ts";
export {
  type DemoPerson,
  demoMembers,
  ensureDemoMembers,
  findDemoWorkspaces,
} from "./access/demo-members.ts";
export { type ApiKey, findApiKey, touchApiKey } from "./access/find-api-key.ts";
export { findMemberships, type Membership } from "./access/find-memberships.ts";
export { holdMembers } from "./access/hold-members.ts";
export type { Invitation, Offer } from "./access/invitation.ts";
export { type Invite, invite } from "./access/invite.ts";
export { loadLastSeen } from "./access/load-last-seen.ts";
export { loadMembers, type MemberPerson } from "./access/load-members.ts";
export { loadReportingLines } from "./access/load-reporting-lines.ts";
export type { Member } from "./access/member.ts";
export { randomText } from "./access/new-id.ts";
export {
  findInvitation,
  findInvitationsOf,
  type OpenInvitation,
  takeUpInvitation,
} from "./access/open-invitations.ts";
export type { HeldPayGrant } from "./access/pay-grant.ts";
export { addPayGrant, loadPayGrants, withdrawPayGrant } from "./access/pay-grants.ts";
export { loadInvitations, renewInvitation, revokeInvitations } from "./access/pending-invitations.ts";
export { type ActorKind, type AuditEvent, actorKinds, appendAudit } from "./audit/append-audit.ts";
export { appendNothing } from "./audit/append-nothing.ts";
export {
  type AuditEntryWithOrigin,
  type AuditFilter,
  type AuditPage,
  loadAudit,
} from "./audit/load-audit.ts";
export { type AuditVerdict, type AuditWitness, auditFaults, verifyAudit } from "./audit/verify-audit.ts";
export { connect, type Place } from "./client.ts";
export type { PayRecordKind, StatementStep } from "./compensation/names.ts";
export { addPayRecord, loadPayRecords, type PayRecord } from "./compensation/records.ts";
export {
  addStatement,
  addStatementStep,
  loadStatementContents,
  loadStatementHeads,
  loadStatementSteps,
  type StatementHead,
  type StoredStep,
} from "./compensation/statements.ts";
export type { Database, Engine } from "./database.ts";
export { deleteOthers } from "./derived/delete-others.ts";
export type { Scope } from "./derived/delete-rows.ts";
export { dumpDerived } from "./derived/dump.ts";
export { loadMovements } from "./derived/load-movements.ts";
export { findMark, replaceMark } from "./derived/mark.ts";
export { replaceMovements } from "./derived/replace-movements.ts";
export { createPerson, type NewPerson, proveAddress } from "./identity/create-person.ts";
export { dropChallenges } from "./identity/drop-challenges.ts";
export { findSession, type OpenSession, prolongSession } from "./identity/find-session.ts";
export { findUser, type User } from "./identity/find-user.ts";
export { assertClaimable, claimStore, type FirstRun, isUnclaimed, offerSetup } from "./identity/first-run.ts";
export { clearLimit, dropOldLimits, hitLimit, type Limit } from "./identity/hit-limit.ts";
export { identityAdapter } from "./identity/identity-adapter.ts";
export { inIdentityUnit, unitTransaction } from "./identity/identity-unit.ts";
export { openMembership } from "./identity/open-membership.ts";
export {
  endOtherSessions,
  endSession,
  loadOpenSessions,
} from "./identity/open-sessions.ts";
export { hasPassword, renewPasswordHash } from "./identity/password-hash.ts";
export { findPreferences, renameUser, storePreferences } from "./identity/profile.ts";
export { removeSecondFactor } from "./identity/remove-second-factor.ts";
export { appendRows } from "./intake/append-rows.ts";
export { closeBatch } from "./intake/close-batch.ts";
export { type Batch, findBatch, loadBatches } from "./intake/load-batches.ts";
export { loadRows, type ReceivedRow } from "./intake/load-rows.ts";
export { type IntakeFile, openBatch } from "./intake/open-batch.ts";
export { type IntakeRow, type Outcome, outcomes, type Refusal } from "./intake/row.ts";
export { type RunState, type RunTrigger, runStates } from "./intake/run-names.ts";
export { attempts, claimRun, endLost } from "./intake/run-queue.ts";
export {
  addOnlyRun,
  addRun,
  changeHeldRun,
  findRun,
  findRunOfKey,
  lastArrivals,
  loadRuns,
  loadRunsOfFile,
  type NewRun,
  runsOfImports,
  type SourceRun,
} from "./intake/source-run.ts";
export { appendClose, type StoredView } from "./ledger/append-close.ts";
export { appendFacts } from "./ledger/append-facts.ts";
export { type Changes, changedSince, type Mark } from "./ledger/changed-since.ts";
export {
  addMeasurements,
  lastMeasured,
  loadLatestMeasurements,
  loadMeasurements,
  loadScores,
  type MeasuredScore,
  type Measurement,
  type NewMeasurement,
} from "./ledger/health-measurements.ts";
export { loadScoresAt, loadScoreWeeks, type WeekScore, weekStamps } from "./ledger/health-scores.ts";
export { lastCut, loadClosedLines, loadClosedViews } from "./ledger/load-close.ts";
export {
  type LedgerFacts,
  loadFacts,
  loadLedgerFacts,
  loadRecordFacts,
  type RecordFacts,
} from "./ledger/load-facts.ts";
export { type DataDirLock, findHolder, type Holder, lockDataDir } from "./lock.ts";
export { isMigrated, migrate } from "./migrate.ts";
export { type OutsideColumn, type OutsideRows, readOutside } from "./outside/read-outside.ts";
export { addContacts, type KnownContact } from "./people/add-contacts.ts";
export type { Contact, ContactPerson } from "./people/contact.ts";
export { eraseMember } from "./people/erase-member.ts";
export {
  appendDraftFile,
  deleteImportDraft,
  deleteOldImportDrafts,
  findImportDraft,
  type ImportDraft,
  keepDraftFiles,
  loadDraftFile,
  replaceImportDraft,
} from "./people/import-draft.ts";
export { findContact, loadContacts } from "./people/load-contacts.ts";
export { addContact, changeContact, eraseContact, type NewContact } from "./people/write-contact.ts";
export { countConnections } from "./store-copy/count-connections.ts";
export { assertKnown, type FillStore, loadStore } from "./store-copy/load-store.ts";
export { moveStore } from "./store-copy/move-store.ts";
export {
  addLine,
  type CopiedSequence,
  type CopiedTable,
  passing,
  readStore,
  type StoreContent,
  type TakeRows,
} from "./store-copy/read-store.ts";
export { type FolderUpgrade, upgradeFolder } from "./store-copy/upgrade-folder.ts";
export {
  asOwner,
  inIdentity,
  inWorkspace,
  type Transaction,
  type TransactionOptions,
  type WorkspaceTransaction,
} from "./transaction.ts";
export { type AccountKey, storeAccountKeys } from "./usage/account-keys.ts";
export { addDailyUse } from "./usage/add-daily-use.ts";
export { type CountedAtOnce, type CountedUses, countQueued, countWoken } from "./usage/count-queued.ts";
export { type Settlement, settlements } from "./usage/dead-letter-names.ts";
export {
  type AfterLetter,
  addDeadLetters,
  countDeadLetters,
  type DeadLetter,
  dismissDeadLetters,
  type LettersAsked,
  loadDeadLetters,
  type NewDeadLetter,
  settleDeadLetters,
} from "./usage/dead-letters.ts";
export { loadAccountUse } from "./usage/load-account-days.ts";
export { loadDailyUse } from "./usage/load-use.ts";
export { dayStamps, loadUseByDay } from "./usage/load-use-by-day.ts";
export { loadUseDays } from "./usage/load-use-days.ts";
export { loadMainUsers } from "./usage/main-users.ts";
export { sendOutbox } from "./usage/outbox.ts";
export { sealMonths } from "./usage/packed/seal-months.ts";
export { learnPersons, type SaidOfPerson } from "./usage/persons.ts";
export { dropRawEvents, findRawKeeping, type RawKeeping, setRawDays } from "./usage/raw-retention.ts";
export { type EventCounts, loadSourceDays, type SourceDay, sumReceipts } from "./usage/receipts.ts";
export { findReopened, readReopened } from "./usage/reopened-days.ts";
export { type Delivery, type IncomingEvent, storeEvents } from "./usage/store-events.ts";
export type { AccountUse, MainUser, StoredUse, UsageQuestion, WeeklyUse } from "./usage/stored-use.ts";
export { transferUsage } from "./usage/transfer.ts";
export { tryUsageLane } from "./usage/usage-lane.ts";
export {
  anyWoken,
  loadQueues,
  loadWaiting,
  loadWaitingKeys,
  type SourceQueue,
  type WaitingKey,
  wakeWaiting,
} from "./usage/waiting-uses.ts";
export { loadWeeklyUse } from "./usage/weekly-use.ts";
export { addNotices, changeNotice, loadNotices, type NewNotice, type Notice } from "./work/notices.ts";
export { claimTimers, endTimer, isAnythingDue, planTimers, type Timer } from "./work/timers.ts";
export { markAsDemo, removeDemo } from "./workspace/demo.ts";
export { createWorkspace, ensureWorkspace } from "./workspace/ensure-workspace.ts";
export { exportRows } from "./workspace/export-rows.ts";
export { findWorkspace, holdWorkspace } from "./workspace/find-workspace.ts";
export { holdWriterLane } from "./workspace/hold-writer-lane.ts";
export { loadWorkspaces } from "./workspace/load-workspaces.ts";
export { type Removal, removeWorkspace } from "./workspace/remove-workspace.ts";
export { updateSettings, type WorkspaceSettings } from "./workspace/update-settings.ts";
export type { Workspace } from "./workspace/workspace.ts";

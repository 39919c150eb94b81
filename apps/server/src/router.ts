import { type Permission, permissions } from "@termwise/core/access";
import { accountRouter } from "./routers/account.ts";
import { accountsRouter } from "./routers/accounts.ts";
import { assignmentsRouter } from "./routers/assignments.ts";
import { auditRouter } from "./routers/audit.ts";
import { bookRouter } from "./routers/book.ts";
import { compRouter } from "./routers/comp.ts";
import { contactsRouter } from "./routers/contacts.ts";
import { coverageRouter } from "./routers/coverage.ts";
import { definitionsRouter } from "./routers/definitions.ts";
import { divergenceRouter } from "./routers/divergence.ts";
import { exportsRouter } from "./routers/exports.ts";
import { featuresRouter } from "./routers/features.ts";
import { financeRouter } from "./routers/finance.ts";
import { glossaryRouter } from "./routers/glossary.ts";
import { handoffsRouter } from "./routers/handoffs.ts";
import { healthRouter } from "./routers/health.ts";
import { importsRouter } from "./routers/imports.ts";
import { inboxRouter } from "./routers/inbox.ts";
import { journalRouter } from "./routers/journal.ts";
import { keysRouter } from "./routers/keys.ts";
import { lifecycleRouter } from "./routers/lifecycle.ts";
import { membersRouter } from "./routers/members.ts";
import { metricsRouter } from "./routers/metrics.ts";
import { payRouter } from "./routers/pay.ts";
import { periodsRouter } from "./routers/periods.ts";
import { playsRouter } from "./routers/plays.ts";
import { qualityRouter } from "./routers/quality.ts";
import { retentionRouter } from "./routers/retention.ts";
import { reviewRouter } from "./routers/review.ts";
import { rulesRouter } from "./routers/rules.ts";
import { sessionRouter } from "./routers/session.ts";
import { sessionsRouter } from "./routers/sessions.ts";
import { sourcesRouter } from "./routers/sources.ts";
import { stakeholdersRouter } from "./routers/stakeholders.ts";
import { surveysRouter } from "./routers/surveys.ts";
import { tasksRouter } from "./routers/tasks.ts";
import { usageRouter } from "./routers/usage.ts";
import { viewsRouter } from "./routers/views.ts";
import { workspaceRouter } from "./routers/workspace.ts";
import { workspacesRouter } from "./routers/workspaces.ts";
import { router } from "./trpc.ts";

/** The contract of the API, a line for each module. */
export const appRouter = router({
  session: sessionRouter,
  account: accountRouter,
  workspace: workspaceRouter,
  workspaces: workspacesRouter,
  members: membersRouter,
  keys: keysRouter,
  accounts: accountsRouter,
  metrics: metricsRouter,
  retention: retentionRouter,
  periods: periodsRouter,
  imports: importsRouter,
  sources: sourcesRouter,
  usage: usageRouter,
  quality: qualityRouter,
  glossary: glossaryRouter,
  sessions: sessionsRouter,
  definitions: definitionsRouter,
  contacts: contactsRouter,
  book: bookRouter,
  lifecycle: lifecycleRouter,
  divergence: divergenceRouter,
  journal: journalRouter,
  assignments: assignmentsRouter,
  stakeholders: stakeholdersRouter,
  coverage: coverageRouter,
  rules: rulesRouter,
  finance: financeRouter,
  review: reviewRouter,
  handoffs: handoffsRouter,
  features: featuresRouter,
  health: healthRouter,
  surveys: surveysRouter,
  tasks: tasksRouter,
  plays: playsRouter,
  inbox: inboxRouter,
  views: viewsRouter,
  pay: payRouter,
  comp: compRouter,
  audit: auditRouter,
  exports: exportsRouter,
});

/** The type of the API, for clients. */
export type AppRouter = typeof appRouter;

type Procedures = AppRouter["_def"]["record"];
type ProcedureName = {
  [Module in keyof Procedures]: `${Module & string}.${keyof Procedures[Module] & string}`;
}[keyof Procedures];

/** The permission of every procedure. One that has no line in the permission table does not compile here. */
export const permissionOf: Readonly<Record<ProcedureName, Permission>> = permissions;

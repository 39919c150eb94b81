import { type Right, scopeOf } from "./rights.ts";
import type { Role } from "./roles.ts";
import type { AccessScope } from "./scopes.ts";

/**
 * Who may call something: `anyone`; whoever is `signed_in`, for what is their own; the `operator`, who runs the command
 * line where the data lies; or whoever has a right.
 */
export type Permission = "anyone" | "signed_in" | "operator" | Right;

/**
 * The one permission table: every procedure and every HTTP address, and who may call it. The server enforces it, the
 * screens hide by it, and what has no line here does not build. Roles and scopes follow from the right, by `grants`.
 */
export const permissions = {
  "session.get": "anyone",
  "session.switch": "signed_in",
  "account.preferences": "signed_in",
  "account.setPreferences": "signed_in",
  "account.rename": "signed_in",
  "account.sessions": "signed_in",
  "account.endSession": "signed_in",
  "account.endOtherSessions": "signed_in",
  "account.resetLink": "operator",
  "account.removeSecondFactor": "operator",

  "workspace.get": "book_read",
  "workspace.settings": "workspace_read",
  "workspace.change": "workspace_manage",
  "workspace.loadDemo": "workspace_manage",
  "workspace.removeDemo": "workspace_manage",
  "workspace.remove": "workspace_leave",
  "workspaces.list": "operator",
  "workspaces.create": "operator",

  "accounts.list": "book_read",
  "accounts.one": "book_read",
  "metrics.value": "book_read",
  "metrics.series": "book_read",
  "metrics.breakdown": "book_read",
  "metrics.contributors": "book_read",
  "retention.overview": "book_read",
  "retention.bridge": "book_read",
  "retention.cohorts": "book_read",
  "retention.cohortAccounts": "book_read",
  "retention.movements": "book_read",
  "retention.policies": "book_read",
  "retention.segments": "book_read",
  "retention.compare": "book_read",
  "retention.differences": "book_read",
  "glossary.list": "glossary_read",
  "glossary.term": "glossary_read",
  "glossary.register": "glossary_read",
  "glossary.export": "glossary_read",
  "glossary.checkFile": "definitions_write",
  "glossary.proposeFile": "definitions_write",
  "definitions.ofTerm": "glossary_read",
  "definitions.proposals": "glossary_read",
  "definitions.log": "glossary_read",
  "definitions.reviews": "glossary_read",
  "definitions.impact": "book_read",
  "definitions.propose": "definitions_write",
  "definitions.withdraw": "definitions_write",
  "definitions.sign": "definitions_sign",
  "definitions.report": "definitions_write",
  "definitions.review": "rules_manage",
  "definitions.setSet": "rules_manage",
  "sessions.list": "glossary_read",
  "sessions.draft": "definitions_write",
  "sessions.one": "glossary_read",
  "sessions.minutes": "glossary_read",
  "sessions.plan": "definitions_write",
  "sessions.schedule": "definitions_write",
  "sessions.callOff": "definitions_write",
  "sessions.answer": "definitions_write",
  "sessions.step": "definitions_write",
  "sessions.outcome": "definitions_write",
  "sessions.note": "definitions_write",
  "sessions.agenda": "definitions_write",
  "sessions.decide": "definitions_write",
  "finance.periods": "finance_read",
  "finance.check": "finance_write",
  "finance.checkFile": "finance_write",
  "finance.set": "finance_write",
  "finance.remove": "finance_write",
  "exports.note": "book_read",

  "imports.list": "imports_read",
  "imports.one": "imports_read",
  "imports.dependents": "imports_read",
  "imports.undo": "imports_write",
  "imports.mappings": "imports_read",
  "imports.saveMapping": "imports_write",
  "imports.removeMapping": "imports_write",

  "stakeholders.ofAccount": "contacts_read",
  "stakeholders.add": "contacts_write",
  "coverage.ofAccount": "book_read",
  "coverage.gaps": "book_read",
  "rules.inForce": "book_read",

  "contacts.ofAccount": "contacts_read",
  "contacts.add": "contacts_write",
  "contacts.change": "contacts_write",
  "contacts.erase": "contacts_erase",

  "book.today": "book_read",
  "book.accounts": "book_read",
  "book.calendar": "book_read",

  "lifecycle.board": "book_read",
  "lifecycle.account": "book_read",
  "lifecycle.move": "book_read",
  "lifecycle.velocity": "book_read",
  "lifecycle.stretches": "book_read",
  "lifecycle.churn": "book_read",
  "lifecycle.onTime": "book_read",
  "lifecycle.machine": "book_read",

  "divergence.report": "book_read",
  "divergence.totals": "book_read",
  "divergence.series": "book_read",
  "divergence.labels": "book_read",
  "divergence.agenda": "book_read",
  "divergence.numbers": "reported_read",
  "divergence.number": "reported_read",
  "divergence.handle": "journal_write",
  "divergence.setAgenda": "journal_write",
  "divergence.mapLabel": "rules_manage",
  "divergence.reportValue": "rules_manage",
  "journal.record": "journal_write",
  "journal.withdraw": "journal_write",
  "journal.ofAccount": "book_read",
  "journal.rules": "book_read",
  "journal.setRule": "rules_manage",
  "assignments.set": "journal_write",

  "handoffs.list": "book_read",
  "handoffs.one": "book_read",
  "handoffs.summary": "book_read",

  "tasks.list": "book_read",
  "tasks.people": "book_read",
  "tasks.complete": "journal_write",
  "tasks.reopen": "journal_write",
  "tasks.change": "journal_write",
  "views.list": "book_read",
  "views.save": "journal_write",
  "views.change": "journal_write",
  "views.remove": "journal_write",
  "views.restore": "journal_write",

  "members.list": "members_read",
  "members.reportingLines": "members_read",
  "members.invitations": "members_manage",
  "members.invite": "members_manage",
  "members.renewInvitation": "members_manage",
  "members.revokeInvitation": "members_manage",
  "members.change": "members_manage",
  "members.disable": "members_manage",
  "members.enable": "members_manage",
  "members.erase": "members_manage",
  "members.setManager": "members_manage",

  "keys.list": "keys_manage",
  "keys.create": "keys_manage",
  "keys.revoke": "keys_manage",

  "audit.list": "audit_read",
  "audit.verify": "audit_read",

  "pay.readers": "pay_read",
  "pay.grants": "pay_grant",
  "pay.grant": "pay_grant",
  "pay.withdraw": "pay_grant",

  "GET /healthz": "anyone",
  "GET /readyz": "anyone",
  "POST /api/auth/sign-in/email": "anyone",
  "POST /api/auth/sign-in/oauth2": "anyone",
  "GET /api/auth/callback/oidc": "anyone",
  "POST /api/auth/two-factor/verify-totp": "anyone",
  "POST /api/auth/two-factor/verify-backup-code": "anyone",
  "POST /api/auth/two-factor/enable": "signed_in",
  "POST /api/auth/two-factor/disable": "signed_in",
  "POST /api/auth/two-factor/generate-backup-codes": "signed_in",
  "POST /api/auth/change-password": "signed_in",
  "POST /api/auth/request-password-reset": "anyone",
  "POST /api/auth/reset-password": "anyone",
  "POST /api/auth/sign-out": "anyone",
  "POST /api/auth/first-run": "anyone",
  "POST /api/auth/invitation": "anyone",
  "POST /api/auth/accept-invitation": "anyone",
  "POST /api/auth/demo": "anyone",
  "POST /api/local/rebuild": "operator",
  "POST /api/imports": "imports_write",
  "GET /api/imports/:id/refused.csv": "imports_read",
  "GET /api/sessions/:id/events": "glossary_read",
  "GET /api/audit.csv": "audit_read",
  "GET /api/definitions/changes.atom": "glossary_read",
  "GET /api/workspace/export": "workspace_leave",
} as const satisfies Record<string, Permission>;

/** The name of something that can be called. */
export type Callable = keyof typeof permissions;

/** Whether somebody of a role and scope may call something, and for whose accounts. Null: they may not. */
export function mayCall(name: Callable, who: { role: Role; scope: AccessScope } | null): AccessScope | null {
  const permission: Permission = permissions[name];
  if (permission === "anyone") return who?.scope ?? "own";
  if (who === null || permission === "operator") return null;
  return permission === "signed_in" ? who.scope : scopeOf(permission, who);
}

// The least that each procedure and each door takes, so that what is refused is refused for who asks, not for what is sent.
import type { Callable } from "@termwise/core/access";
import { randomText } from "@termwise/db";

/** Ids a request speaks of: of things that are there, that are another workspace's, or that are nowhere. */
export interface Ids {
  readonly account: string;
  readonly import: string;
  readonly member: string;
  readonly invitation: string;
  readonly key: string;
  readonly grant: string;
  readonly contact: string;
  readonly entry: string;
  readonly session: string;
}

/** Ids of the right form of nothing at all. */
export function idsOfNothing(): Ids {
  const id = (prefix: string) => `${prefix}_${randomText()}`;
  return {
    account: id("acc"),
    import: id("imp"),
    member: id("mem"),
    invitation: id("inv"),
    key: id("key"),
    grant: id("grant"),
    contact: id("con"),
    entry: id("ent"),
    session: id("ses"),
  };
}

type Sample = (ids: Ids) => unknown;

const nothing: Sample = () => undefined;
const scope: Sample = () => ({});
const metric: Sample = () => ({ term: "nrr" });
const today = new Date().toISOString().slice(0, 10);
const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const past = "2026-01-15";
const note = {
  of: "touchpoint",
  type: "note",
  direction: null,
  contacts: [],
  text: "They are content",
  outcome: null,
  nextStep: null,
};

/** By procedure: an input it takes. */
export const inputs: Partial<Record<Callable, Sample>> = {
  "session.get": nothing,
  "session.switch": ({ member }) => ({ memberId: member }),
  "account.preferences": nothing,
  "account.setPreferences": () => ({
    theme: "dark",
    density: "compact",
    locale: null,
    timeZone: null,
    singleKeys: true,
  }),
  "account.rename": () => ({ name: "Another Name" }),
  "account.sessions": nothing,
  "account.endSession": ({ session }) => ({ id: session }),
  "account.endOtherSessions": nothing,
  "account.resetLink": () => ({ email: "nobody@nowhere.invalid" }),
  "account.removeSecondFactor": () => ({ email: "nobody@nowhere.invalid" }),
  "workspace.get": nothing,
  "workspace.settings": nothing,
  "workspace.change": () => ({ fiscalYearStart: 1 }),
  "workspace.loadDemo": nothing,
  "workspace.removeDemo": nothing,
  "workspace.remove": () => ({ name: "not its name" }),
  "workspaces.list": nothing,
  "workspaces.create": () => ({ name: `Made ${randomText(8)}` }),
  "accounts.list": scope,
  "accounts.one": ({ account }) => ({ accountId: account }),
  "metrics.value": metric,
  "metrics.series": metric,
  "metrics.breakdown": () => ({ term: "nrr", by: "segment" }),
  "metrics.contributors": metric,
  "retention.overview": scope,
  "retention.bridge": scope,
  "retention.cohorts": scope,
  "retention.cohortAccounts": () => ({ cohort: "2026-Q1", at: 0 }),
  "retention.movements": scope,
  "retention.policies": scope,
  "retention.segments": scope,
  "retention.compare": () => ({ ways: [{ preset: "all-movements" }] }),
  "retention.differences": () => ({ way: { preset: "all-movements" } }),
  "glossary.list": nothing,
  "glossary.term": () => ({ id: "nrr" }),
  "definitions.ofTerm": () => ({ termId: "nrr" }),
  "definitions.proposals": nothing,
  "definitions.log": nothing,
  "definitions.reviews": nothing,
  "definitions.impact": () => ({ termId: "nrr", parameters: { winback: "all" } }),
  "definitions.propose": () => ({
    termId: "nrr",
    parameters: { winback: "all" },
    takesEffectOn: soon,
    reason: "The board asked",
  }),
  "definitions.withdraw": ({ entry }) => ({ proposal: entry, reason: "Not now" }),
  "definitions.sign": ({ entry }) => ({
    proposal: entry,
    team: "sales",
    decision: "approve",
    typedName: "Ada Lovelace",
  }),
  "definitions.report": () => ({ set: "sales_cs", trigger: "icp_shift", note: "We sell to banks" }),
  "definitions.review": () => ({ set: "sales_cs" }),
  "definitions.setSet": ({ member }) => ({
    set: "sales_cs",
    owner: member,
    approvers: [],
    financeSigns: false,
    minutes: 45,
    reviewMonths: 3,
  }),
  "glossary.register": nothing,
  "glossary.export": () => ({ format: "csv" }),
  "glossary.checkFile": () => ({ name: "glossary.json", content: "e30=" }),
  "glossary.proposeFile": () => ({
    file: { name: "glossary.json", content: "e30=" },
    takesEffectOn: soon,
    reason: "Agreed elsewhere",
  }),
  "sessions.list": nothing,
  "sessions.draft": () => ({ set: "sales_cs" }),
  "sessions.one": ({ entry }) => ({ id: entry }),
  "sessions.minutes": ({ entry }) => ({ id: entry }),
  "sessions.plan": ({ member }) => ({
    set: "cs_product",
    title: `Session ${randomText(8)}`,
    terms: ["beta"],
    participants: [{ team: "product", members: [member] }],
  }),
  "sessions.schedule": ({ entry }) => ({ id: entry, startsAt: null }),
  "sessions.callOff": ({ entry }) => ({ id: entry, reason: "Put off" }),
  "sessions.answer": ({ entry }) => ({ id: entry, term: "beta", team: "product", written: "no" }),
  "sessions.step": ({ entry }) => ({ id: entry, step: "started" }),
  "sessions.outcome": ({ entry }) => ({ id: entry, term: "beta", outcome: "parked" }),
  "sessions.note": ({ entry }) => ({ id: entry, text: "Ask again" }),
  "sessions.agenda": ({ entry }) => ({ id: entry, items: [] }),
  "sessions.decide": ({ entry }) => ({ id: entry, decision: "park" }),
  "finance.periods": nothing,
  "finance.check": () => ({ periods: [{ from: "2026-01-01", to: "2026-03-31", currency: "USD" }] }),
  "finance.checkFile": () => ({ csv: "from,to,currency\n" }),
  "finance.set": () => ({ periods: [{ from: "2026-01-01", to: "2026-03-31", currency: "USD" }] }),
  "finance.remove": ({ entry }) => ({ entryId: entry }),
  "exports.note": () => ({ what: "Accounts", address: "/accounts", rows: 1 }),
  "imports.list": nothing,
  "imports.one": (ids) => ({ id: ids.import }),
  "imports.dependents": (ids) => ({ id: ids.import }),
  "imports.undo": (ids) => ({ id: ids.import }),
  "imports.mappings": nothing,
  // Of one that is there or is not: a second one of its name would be refused for that.
  "imports.saveMapping": ({ entry }) => ({
    id: entry,
    name: `Mapping ${randomText(8)}`,
    mapping: { kind: "accounts" },
  }),
  "imports.removeMapping": ({ entry }) => ({ id: entry }),
  "sources.list": nothing,
  "sources.one": ({ entry }) => ({ id: entry }),
  "sources.freshness": nothing,
  "sources.save": ({ entry }) => ({
    id: entry,
    name: `Source ${randomText(8)}`,
    kind: "api",
    system: "CRM",
    expectedMinutes: 60,
  }),
  "sources.define": () => ({
    name: `Source ${randomText(8)}`,
    system: "Warehouse",
    pull: { connection: "NOWHERE", query: "select 1", cursor: null, everyMinutes: null },
  }),
  "sources.pause": ({ entry }) => ({ id: entry }),
  "sources.resume": ({ entry }) => ({ id: entry }),
  "sources.remove": ({ entry }) => ({ id: entry }),
  "sources.runNow": ({ entry }) => ({ id: entry }),
  "quality.checks": nothing,
  "quality.set": () => ({ check: "usage_gap", owner: null, mute: null, tolerance: null }),
  "contacts.ofAccount": ({ account }) => ({ accountId: account }),
  "contacts.add": ({ account }) => ({ accountId: account, name: "A Contact" }),
  "contacts.change": ({ contact }) => ({ contactId: contact, name: "Another" }),
  "contacts.erase": ({ contact }) => ({ contactId: contact }),
  "stakeholders.ofAccount": ({ account }) => ({ accountId: account }),
  "stakeholders.add": ({ account }) => ({
    accountId: account,
    person: { name: "A Champion" },
    role: { role: "champion", since: past },
  }),
  "coverage.ofAccount": ({ account }) => ({ accountId: account }),
  "coverage.gaps": nothing,
  "rules.inForce": scope,
  "book.today": nothing,
  "book.accounts": nothing,
  "book.calendar": () => ({ from: "2026-01-01", to: "2026-03-31" }),
  "lifecycle.board": scope,
  "lifecycle.account": ({ account }) => ({ accountId: account }),
  "lifecycle.move": ({ account }) => ({ accountId: account, to: "onboarded" }),
  "lifecycle.velocity": scope,
  "lifecycle.stretches": () => ({ stage: "won" }),
  "lifecycle.churn": () => ({ from: "2025-01-01", to: past }),
  "lifecycle.onTime": () => ({ from: "2025-01-01", to: past }),
  "lifecycle.machine": nothing,
  "divergence.report": scope,
  "divergence.totals": () => ({ by: "csm" }),
  "divergence.series": () => ({ months: 2 }),
  "divergence.labels": scope,
  "divergence.agenda": nothing,
  "divergence.numbers": nothing,
  "divergence.number": ({ entry }) => ({ entryId: entry }),
  "divergence.handle": ({ account }) => ({
    accountId: account,
    subject: "nothing that stands",
    how: { action: "record_evidence" },
  }),
  "divergence.setAgenda": () => ({ term: "nrr", reason: "Reports disagree", state: "settled" }),
  "divergence.mapLabel": () => ({
    system: "CRM",
    field: "Stage",
    label: `Label ${randomText(8)}`,
    means: "ignored",
    from: past,
  }),
  "divergence.reportValue": () => ({ system: "Deck", term: "nrr", period: "2026-Q3", value: "1.03" }),
  "journal.record": ({ account }) => ({ accountId: account, entry: note }),
  // Of nothing: what is there could be taken back once only.
  "journal.withdraw": () => ({ entryId: idsOfNothing().entry, reason: "Not so" }),
  "journal.ofAccount": ({ account }) => ({ accountId: account, withdrawn: true }),
  "journal.rules": scope,
  "journal.setRule": () => ({ entry: { of: "icp_rules", conditions: [] } }),
  "assignments.set": ({ account }) => ({ accountId: account, attribute: "cse", value: "Cass" }),
  "handoffs.list": nothing,
  "handoffs.one": ({ account }) => ({ accountId: account }),
  "handoffs.summary": nothing,
  "tasks.list": scope,
  "tasks.people": scope,
  "tasks.complete": ({ entry }) => ({ entryId: entry }),
  "tasks.reopen": ({ entry }) => ({ entryId: entry }),
  "tasks.change": ({ entry }) => ({ entryId: entry, change: { priority: "high" } }),
  "views.list": () => ({ path: "/tasks" }),
  "views.save": () => ({ path: "/tasks", name: `View ${randomText(8)}`, search: "?of=all" }),
  "views.change": ({ entry }) => ({ entryId: entry, shared: true }),
  "views.remove": ({ entry }) => ({ entryId: entry }),
  "views.restore": ({ entry }) => ({ entryId: entry }),
  "members.list": nothing,
  "members.reportingLines": nothing,
  "members.invitations": nothing,
  "members.invite": () => ({ email: `${randomText(8)}@invited.invalid`, role: "viewer", scope: "own" }),
  "members.renewInvitation": ({ invitation }) => ({ id: invitation }),
  "members.revokeInvitation": ({ invitation }) => ({ id: invitation }),
  "members.change": ({ member }) => ({ memberId: member, role: "viewer" }),
  "members.disable": ({ member }) => ({ memberId: member }),
  "members.enable": ({ member }) => ({ memberId: member }),
  "members.erase": ({ member }) => ({ memberId: member }),
  "members.setManager": ({ member }) => ({ memberId: member, managerId: null, on: today }),
  "keys.list": nothing,
  "keys.create": () => ({ name: "A key", rights: ["glossary_read"], expiresOn: soon }),
  "keys.revoke": ({ key }) => ({ id: key }),
  "audit.list": scope,
  "audit.verify": nothing,
  "pay.readers": ({ member }) => ({ memberId: member }),
  "pay.grants": nothing,
  "pay.grant": ({ member }) => ({ memberId: member, subject: "all", reason: "Review", until: soon }),
  "pay.withdraw": ({ grant }) => ({ id: grant }),
};

const password = { password: "not the right one" };
const code = { code: "000000" };
const token = { token: "of nothing" };

/** By HTTP address: the body it takes, null for one that is only read. */
export const bodies: Partial<Record<Callable, Sample>> = {
  "GET /healthz": () => null,
  "GET /readyz": () => null,
  "POST /api/auth/sign-in/email": () => ({ email: "nobody@nowhere.invalid", ...password }),
  "POST /api/auth/sign-in/oauth2": () => ({ providerId: "oidc", callbackURL: "/" }),
  "GET /api/auth/callback/oidc": () => null,
  "POST /api/auth/two-factor/verify-totp": () => code,
  "POST /api/auth/two-factor/verify-backup-code": () => code,
  "POST /api/auth/two-factor/enable": () => password,
  "POST /api/auth/two-factor/disable": () => password,
  "POST /api/auth/two-factor/generate-backup-codes": () => password,
  "POST /api/auth/change-password": () => ({
    currentPassword: "wrong",
    newPassword: "lanterns over harbours",
  }),
  "POST /api/auth/request-password-reset": () => ({ email: "nobody@nowhere.invalid" }),
  "POST /api/auth/reset-password": () => ({ ...token, newPassword: "lanterns over harbours" }),
  "POST /api/auth/sign-out": () => ({}),
  "POST /api/auth/first-run": () => ({
    ...token,
    name: "A Stranger",
    email: "stranger@nowhere.invalid",
    password: "lanterns over harbours",
    workspace: { name: "Theirs", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
  }),
  "POST /api/auth/invitation": () => token,
  "POST /api/auth/accept-invitation": () => ({ ...token, name: "A Stranger", ...password }),
  "POST /api/auth/demo": ({ member }) => ({ memberId: member }),
  "POST /api/local/rebuild": () => ({}),
  "POST /api/imports": () => ({
    files: [{ name: "accounts.csv", content: Buffer.from("account_id,name\nM1,Maple\n").toString("base64") }],
  }),
  "GET /api/imports/:id/refused.csv": () => null,
  "POST /api/v1/imports": () => ({
    files: [{ name: "accounts.csv", content: Buffer.from("account_id,name\nM1,Maple\n").toString("base64") }],
  }),
  "GET /api/v1/imports/:id": () => null,
  "GET /api/v1/imports/:id/refused.csv": () => null,
  "POST /api/local/sync": () => ({ url: "mysql://nowhere", query: "select 1" }),
  "GET /api/sessions/:id/events": () => null,
  "GET /api/audit.csv": () => null,
  "GET /api/definitions/changes.atom": () => null,
  "GET /api/workspace/export": () => null,
};

import type { Role } from "./roles.ts";
import { type AccessScope, narrower } from "./scopes.ts";

/** What can be allowed, each with what it lets somebody do. */
export const rights = {
  book_read: "See accounts, contracts and figures",
  glossary_read: "Read the glossary",
  finance_read: "See what Finance enters, and the figures made of it",
  finance_write: "Enter what Finance knows: revenue, costs, cash",
  periods_read: "See closed periods: what was reported of them, and what is told now",
  periods_close: "Close periods, and reopen them",
  review_read: "See targets of the whole book, and what is said of its figures",
  review_write: "Set targets, annotate trends, and comment on figures",
  definitions_write: "Propose changes of definitions, and take part in sessions about them",
  definitions_sign: "Sign definitions for one's team",
  imports_read: "See imports and their refused rows",
  imports_write: "Import exports of other systems",
  events_write: "Send events of the product",
  usage_manage: "Manage sources of events: keys, dead letters, which account a group is",
  accounts_merge: "Record that two accounts are one customer",
  contacts_read: "See contacts of accounts",
  contacts_write: "Add and change contacts",
  contacts_erase: "Erase a contact's personal data",
  journal_write: "Put evidence, touchpoints, tasks and the like on record of accounts",
  onboarded_flag: "Set the flag that an account is successfully onboarded",
  gates_waive: "Waive a criterion, and move an account back a stage",
  rules_manage: "Change the rules of the lifecycle, what labels mean, and values others report",
  reported_read: "See values others report, held against ours over the whole book",
  workspace_read: "See the workspace's settings",
  workspace_manage: "Change the workspace's settings, load and remove the demo company",
  workspace_leave: "Export or remove the whole workspace",
  members_read: "See members, roles and reporting lines",
  members_manage: "Invite, change and disable members",
  keys_manage: "Create and revoke API keys",
  audit_read: "Read and export the audit log",
  pay_read: "Read pay",
  pay_grant: "Grant and withdraw access to pay",
  pay_manage: "Write comp plans, give them to people, and close statements",
} as const;

/** One right of {@link rights}. */
export type Right = keyof typeof rights;

const everybody = (scope: AccessScope): Record<Role, AccessScope> => ({
  exec: scope,
  cs_manager: scope,
  csm: scope,
  ae: scope,
  am: scope,
  cse: scope,
  revops: scope,
  cs_ops: scope,
  product: scope,
  finance: scope,
  comp_admin: scope,
  workspace_admin: scope,
  viewer: scope,
});

/**
 * Which role has which right, and the widest scope it may have it in; a member's own scope narrows it further. A role
 * that is missing does not have the right. Pay is apart: the scope here is what a role has without a grant, which for
 * everybody, the workspace admin included, is their own and that of the people who report to them.
 */
export const grants: Readonly<Record<Right, Readonly<Partial<Record<Role, AccessScope>>>>> = {
  book_read: everybody("all"),
  glossary_read: everybody("all"),
  finance_read: { exec: "all", revops: "all", finance: "all", workspace_admin: "all" },
  finance_write: { revops: "all", finance: "all", workspace_admin: "all" },
  periods_read: {
    exec: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    finance: "all",
    comp_admin: "all",
    workspace_admin: "all",
    viewer: "all",
  },
  periods_close: { exec: "all", revops: "all", finance: "all", workspace_admin: "all" },
  review_read: {
    exec: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    finance: "all",
    workspace_admin: "all",
    viewer: "all",
  },
  review_write: {
    exec: "all",
    revops: "all",
    cs_ops: "all",
    finance: "all",
    workspace_admin: "all",
  },
  definitions_write: {
    exec: "all",
    cs_manager: "all",
    csm: "all",
    ae: "all",
    am: "all",
    cse: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    finance: "all",
    workspace_admin: "all",
  },
  definitions_sign: {
    exec: "all",
    cs_manager: "all",
    csm: "all",
    ae: "all",
    am: "all",
    cse: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    finance: "all",
    workspace_admin: "all",
  },
  imports_read: { revops: "all", cs_ops: "all", finance: "all", workspace_admin: "all" },
  imports_write: { revops: "all", cs_ops: "all", workspace_admin: "all" },
  events_write: { revops: "all", cs_ops: "all", product: "all", workspace_admin: "all" },
  usage_manage: { revops: "all", cs_ops: "all", product: "all", workspace_admin: "all" },
  accounts_merge: { revops: "all", workspace_admin: "all" },
  contacts_read: {
    exec: "all",
    cs_manager: "all",
    csm: "all",
    ae: "all",
    am: "all",
    cse: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    workspace_admin: "all",
  },
  contacts_write: {
    cs_manager: "team",
    csm: "own",
    ae: "own",
    am: "own",
    cse: "team",
    revops: "all",
    cs_ops: "all",
    workspace_admin: "all",
  },
  contacts_erase: { cs_ops: "all", workspace_admin: "all" },
  journal_write: {
    cs_manager: "team",
    csm: "own",
    ae: "own",
    am: "own",
    cse: "team",
    revops: "all",
    cs_ops: "all",
    workspace_admin: "all",
  },
  onboarded_flag: { cs_manager: "team", csm: "own", am: "own" },
  gates_waive: { cs_manager: "team", cs_ops: "all" },
  rules_manage: { revops: "all", cs_ops: "all", workspace_admin: "all" },
  reported_read: {
    exec: "all",
    revops: "all",
    cs_ops: "all",
    product: "all",
    finance: "all",
    workspace_admin: "all",
  },
  workspace_read: { revops: "all", cs_ops: "all", finance: "all", workspace_admin: "all" },
  workspace_manage: { revops: "all", workspace_admin: "all" },
  workspace_leave: { workspace_admin: "all" },
  members_read: {
    exec: "all",
    cs_manager: "all",
    revops: "all",
    cs_ops: "all",
    finance: "all",
    comp_admin: "all",
    workspace_admin: "all",
  },
  members_manage: { workspace_admin: "all" },
  keys_manage: { revops: "all", workspace_admin: "all" },
  audit_read: { workspace_admin: "all" },
  pay_read: everybody("team"),
  pay_grant: { comp_admin: "all" },
  pay_manage: { revops: "all", finance: "all", comp_admin: "all" },
};

/** Rights over everybody's accounts at once, or none: an import, a merge, a total another reports, a closed period, the file of everything. */
const wholeBook: readonly Right[] = [
  "imports_read",
  "imports_write",
  "events_write",
  "usage_manage",
  "accounts_merge",
  "reported_read",
  "periods_read",
  "periods_close",
  "review_read",
  "review_write",
  "workspace_leave",
];

/** Rights that are about accounts; the others are about the workspace, and no scope narrows them. */
const ofAccounts: readonly Right[] = [
  "book_read",
  "contacts_read",
  "contacts_write",
  "contacts_erase",
  "journal_write",
  "onboarded_flag",
  "gates_waive",
  ...wholeBook,
];

/**
 * The scope somebody has a right in. For what is about accounts it is the narrower of what their role may have and what
 * they were given; for the rest what their role has. Null: they do not have it.
 */
export function scopeOf(
  right: Right,
  { role, scope }: { role: Role; scope: AccessScope },
): AccessScope | null {
  const widest = grants[right][role];
  if (widest === undefined || !ofAccounts.includes(right)) return widest ?? null;
  const seen = narrower(widest, scope);
  return wholeBook.includes(right) && seen !== "all" ? null : seen;
}

/** The rights an API key may be given: reading the book, and bringing data in. Never people, pay or the workspace itself. */
export const keyRights = [
  "book_read",
  "glossary_read",
  "imports_read",
  "imports_write",
  "events_write",
] as const satisfies Right[];
/** A right of an API key. */
export type KeyRight = (typeof keyRights)[number];

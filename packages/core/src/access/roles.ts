import { z } from "zod";

/** The roles a member can have, one each. The only list there is: screens, invitations and the permission table take it from here. */
export const roles = [
  "exec",
  "cs_manager",
  "csm",
  "ae",
  "am",
  "cse",
  "revops",
  "cs_ops",
  "product",
  "finance",
  "comp_admin",
  "workspace_admin",
  "viewer",
] as const;

/** One role of {@link roles}. */
export const Role = /* @__PURE__ */ z.enum(roles); // Pure: screens take the list without the validator.
/** One role of {@link roles}. */
export type Role = z.infer<typeof Role>;

/** What a role is called on screens. */
export const roleNames = {
  exec: "Executive",
  cs_manager: "CS manager",
  csm: "CSM",
  ae: "AE",
  am: "AM",
  cse: "CSE",
  revops: "RevOps",
  cs_ops: "CS Ops",
  product: "Product",
  finance: "Finance",
  comp_admin: "Compensation admin",
  workspace_admin: "Workspace admin",
  viewer: "Viewer",
} as const satisfies Record<Role, string>;

/** What a role is for, in a line, where a role is chosen. */
export const rolePurposes = {
  exec: "Reviews retention of the whole company",
  cs_manager: "Leads CSMs and sees the accounts of their team",
  csm: "Customer success manager: looks after their own accounts",
  ae: "Account executive: sells, and follows the accounts they closed",
  am: "Account manager: renews and expands their own accounts",
  cse: "Customer success engineer: supports the accounts of their team",
  revops: "Brings data in and keeps definitions and settings in order",
  cs_ops: "Keeps customer data, teams and contacts in order",
  product: "Weighs what customers need by ARR",
  finance: "Reads every figure and checks it against billing",
  comp_admin: "Grants who may read whose pay",
  workspace_admin: "Manages members, keys, settings and the audit log; reads no pay",
  viewer: "Reads figures and definitions",
} as const satisfies Record<Role, string>;

/** Titles people of the product role carry; a title changes no right. */
export const productTitles = ["PM", "PMM", "Designer", "Engineering manager"] as const;

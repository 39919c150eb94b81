import { z } from "zod";
import type { Role } from "./roles.ts";

/** Whose accounts somebody sees, narrowest first: their own, those of everybody who reports to them too, or all. */
export const accessScopes = ["own", "team", "all"] as const;

/** One scope of {@link accessScopes}. */
export const AccessScope = /* @__PURE__ */ z.enum(accessScopes); // Pure: screens take the list without the validator.
/** One scope of {@link accessScopes}. */
export type AccessScope = z.infer<typeof AccessScope>;

/** The narrower of two scopes. */
export function narrower(a: AccessScope, b: AccessScope): AccessScope {
  return accessScopes.indexOf(a) <= accessScopes.indexOf(b) ? a : b;
}

/** The scope a member of a role is given unless another is chosen. */
export const usualScope = {
  exec: "all",
  cs_manager: "team",
  csm: "own",
  ae: "own",
  am: "own",
  cse: "team",
  revops: "all",
  cs_ops: "all",
  product: "all",
  finance: "all",
  comp_admin: "all",
  workspace_admin: "all",
  viewer: "all",
} as const satisfies Record<Role, AccessScope>;

export { type AuditAction, auditActions } from "./audit-actions.ts";
export { entryRight } from "./entry-rights.ts";
export {
  foldPassword,
  lettersOf,
  type PasswordFault,
  type PasswordOwner,
  passwordFaults,
  passwordFaultTexts,
  passwordLength,
} from "./password-rule.ts";
export { unitOf } from "./password-shapes.ts";
export {
  mayReadPay,
  mayShowPayTotals,
  PayGrant,
  type PayQuestion,
  type PayReason,
  smallestPayGroup,
} from "./pay.ts";
export type { Permission } from "./permission.ts";
export { type Callable, mayCall, permissions } from "./permissions.ts";
export { assertNoCycle, chainOf, managersOn, ReportingLine, teamOf } from "./reporting.ts";
export { grants, type KeyRight, keyRights, type Right, rights, scopeOf } from "./rights.ts";
export { productTitles, Role, roleNames, rolePurposes, roles } from "./roles.ts";
export { AccessScope, accessScopes, narrower, usualScope } from "./scopes.ts";

import {
  type AccessScope,
  accessScopes,
  type Role,
  roleNames,
  rolePurposes,
  roles,
} from "@termwise/core/access";
import type { SelectOption } from "../../../ui/select-field.tsx";

/** What a scope lets somebody see, in a word or two. */
export const scopeNames = {
  own: "Own accounts",
  team: "Team's accounts",
  all: "All accounts",
} as const satisfies Record<AccessScope, string>;

/** What a scope lets somebody see, in a sentence. */
export const scopePurposes = {
  own: "Accounts that carry one of their names",
  team: "Their own, and those of everybody who reports to them",
  all: "Every account of the workspace",
} as const satisfies Record<AccessScope, string>;

/** The roles to choose from. */
export const roleOptions: readonly SelectOption<Role>[] = roles.map((value) => ({
  value,
  label: roleNames[value],
}));

/** The scopes to choose from. */
export const scopeOptions: readonly SelectOption<AccessScope>[] = accessScopes.map((value) => ({
  value,
  label: scopeNames[value],
}));

/** What a role is for, as the line below the choice. */
export const purposeOf = (role: Role): string => `${rolePurposes[role]}.`;

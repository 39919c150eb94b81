import {
  type AccessScope,
  grants,
  type Right,
  type Role,
  rights,
  roleNames,
  rolePurposes,
  roles,
  usualScope,
} from "@termwise/core/access";

/** A role as a row: what it is for, what its members usually see, how many they are. */
export interface RoleRow {
  readonly role: Role;
  readonly name: string;
  readonly purpose: string;
  readonly usually: AccessScope;
  readonly members: number;
}

/** Every role there is, in the one order of the house. Disabled members are not counted. */
export function roleRows(members: readonly { role: Role; disabled: boolean }[]): RoleRow[] {
  return roles.map((role) => ({
    role,
    name: roleNames[role],
    purpose: rolePurposes[role],
    usually: usualScope[role],
    members: members.filter((member) => member.role === role && !member.disabled).length,
  }));
}

/** A right as a row: what it lets somebody do, and for each role the widest scope it may have it in. */
export interface RightRow {
  readonly right: Right;
  readonly text: string;
  readonly of: Readonly<Partial<Record<Role, AccessScope>>>;
}

/** Every right there is, as the permission table has it. */
export function rightRows(): RightRow[] {
  return (Object.keys(rights) as Right[]).map((right) => ({
    right,
    text: rights[right],
    of: grants[right],
  }));
}

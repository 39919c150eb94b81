import { describe, expect, it } from "vitest";
import { entryRight } from "./entry-rights.ts";
import type { Permission } from "./permission.ts";
import { type Callable, mayCall, permissions } from "./permissions.ts";
import { grants, keyRights, type Right, rights, scopeOf } from "./rights.ts";
import { roleNames, rolePurposes, roles } from "./roles.ts";
import { accessScopes, narrower, usualScope } from "./scopes.ts";

const names = Object.keys(permissions) as Callable[];
const every = roles.flatMap((role) => accessScopes.map((scope) => ({ role, scope })));
const narrowness = (scope: (typeof accessScopes)[number] | null) =>
  scope === null ? -1 : accessScopes.indexOf(scope);

describe("rights", () => {
  it("are held in no wider a scope than the role may have or the member was given", () => {
    for (const right of Object.keys(rights) as Right[])
      for (const who of every) {
        const scope = scopeOf(right, who);
        const widest = grants[right][who.role];
        if (widest === undefined) expect([right, who, scope]).toEqual([right, who, null]);
        else if (scope !== null) expect(narrower(scope, widest)).toBe(scope);
      }
  });

  it("narrow with the member where they are about accounts, are whole or nothing for imports, and are the role's elsewhere", () => {
    const csOps = (right: Right) => accessScopes.map((scope) => scopeOf(right, { role: "cs_ops", scope }));
    expect(csOps("book_read")).toEqual(["own", "team", "all"]);
    expect(csOps("contacts_erase")).toEqual(["own", "team", "all"]);
    expect(csOps("imports_write")).toEqual([null, null, "all"]);
    expect(csOps("imports_read")).toEqual([null, null, "all"]);
    expect(csOps("members_read")).toEqual(["all", "all", "all"]);
    expect(csOps("pay_read")).toEqual(["team", "team", "team"]);
  });

  it("grow with the scope a member is given, never shrink", () => {
    for (const right of Object.keys(rights) as Right[])
      for (const role of roles) {
        const held = accessScopes.map((scope) => narrowness(scopeOf(right, { role, scope })));
        expect([right, role, held]).toEqual([right, role, [...held].sort((a, b) => a - b)]);
      }
  });

  it("SEC-1: of people, keys, the log, pay and the workspace's end are the few's who are named here", () => {
    const holders = (right: Right) => roles.filter((role) => grants[right][role] !== undefined);
    expect(holders("members_manage")).toEqual(["workspace_admin"]);
    expect(holders("audit_read")).toEqual(["workspace_admin"]);
    expect(holders("workspace_leave")).toEqual(["workspace_admin"]);
    expect(holders("pay_grant")).toEqual(["comp_admin"]);
    expect(holders("keys_manage")).toEqual(["revops", "workspace_admin"]);
    expect(holders("workspace_manage")).toEqual(["revops", "workspace_admin"]);
    expect(holders("imports_write")).toEqual(["revops", "cs_ops", "workspace_admin"]);
    expect(holders("contacts_erase")).toEqual(["cs_ops", "workspace_admin"]);
  });

  it("a key may have are reading the book and bringing data in", () => {
    expect([...keyRights].sort()).toEqual([
      "book_read",
      "events_write",
      "glossary_read",
      "imports_read",
      "imports_write",
    ]);
  });

  it("are told in words, as every role is", () => {
    for (const text of [
      ...Object.values(rights),
      ...Object.values(roleNames),
      ...Object.values(rolePurposes),
    ])
      expect(text).toMatch(/^[A-Z].*[^.]$/);
    expect(Object.keys(usualScope)).toEqual([...roles]);
    expect(roles.length).toBe(13);
  });
});

describe("the permission table", () => {
  it("SEC-1: lets nobody in particular call only what is for anyone", () => {
    for (const name of names) {
      const permission: Permission = permissions[name];
      expect([name, mayCall(name, null) !== null]).toEqual([name, permission === "anyone"]);
    }
  });

  it("SEC-1: asks for nothing but known rights", () => {
    const known = new Set<string>(["anyone", "signed_in", "operator", ...Object.keys(rights)]);
    expect(names.filter((name) => !known.has(permissions[name]))).toEqual([]);
    // Some kinds of entries ask for a right beyond that of the procedure they go through.
    const ofEntries = ["onboarded_flag", "waiver", "setback", "touchpoint", "adoption_rule"].map(entryRight);
    const used = new Set<string>([...Object.values(permissions), ...ofEntries]);
    expect(Object.keys(rights).filter((right) => !used.has(right))).toEqual([]);
  });

  it("SEC-1: keeps what the command line alone may do from every role", () => {
    const own = names.filter((name) => (permissions[name] as Permission) === "operator");
    expect(own).toContain("POST /api/local/rebuild");
    for (const name of own) for (const who of every) expect(mayCall(name, who)).toBeNull();
  });

  it("SEC-1: gives a viewer nothing that changes anything but what is their own", () => {
    const viewer = { role: "viewer", scope: "all" } as const;
    const changes =
      /\.(add|change|erase|remove|invite|grant|withdraw|create|revoke|disable|enable|set[A-Z]|load|renew)|^POST \/api\/(imports|local)/;
    const may = names.filter((name) => changes.test(name) && mayCall(name, viewer) !== null);
    expect(may.filter((name) => (permissions[name] as Permission) !== "signed_in")).toEqual([]);
  });

  it("names each procedure and address in one way", () => {
    for (const name of names) expect(name).toMatch(/^(\w+\.\w+|(GET|POST) \/[\w./:-]+)$/);
  });
});

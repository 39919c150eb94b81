import { type Callable, grants, keyRights, type Permission, permissions, roles } from "@termwise/core/access";
import { createWorkspace } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { bodies } from "./bodies.ts";
import { type Call, call, procedures, routesOf } from "./calls.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { keyOf, type Person, personIn, rowsOf, type Target, target } from "./target.ts";

interface Actor {
  readonly headers: () => Promise<Record<string, string>>;
  /** Whether the table lets them, told from the table alone. */
  readonly may: (permission: Permission) => boolean;
  /** Nobody is told to sign in; everybody else that it is not theirs. */
  readonly known: boolean;
}

const permissionOf = (name: string): Permission => permissions[name as Callable];
const on = testEngine("postgres");

describe("who may call what is what the permission table says, procedure by procedure (SEC-1)", () => {
  let server: Target;
  let admin: Person;
  beforeAll(async () => {
    server = await target(await on.open());
    admin = await personIn(server, server.house.first, { role: "workspace_admin" });
  });

  const anyone: Actor["may"] = (permission) => permission === "anyone";
  const member = (role: (typeof roles)[number], more = {}): Actor => ({
    headers: async () => (await personIn(server, server.house.first, { role, ...more })).headers,
    may: (permission) =>
      permission === "anyone" ||
      permission === "signed_in" ||
      (permission !== "operator" && grants[permission][role] !== undefined),
    known: true,
  });
  const key = (rights: readonly (typeof keyRights)[number][], by?: () => Promise<Person>): Actor => ({
    headers: async () => {
      const creator = by === undefined ? admin : await by();
      return (await keyOf(server, server.house.first, creator.memberId, rights)).headers;
    },
    may: (permission) => permission === "anyone" || rights.some((right) => right === permission),
    known: true,
  });

  const actors: Record<string, Actor> = {
    nobody: { headers: async () => ({}), may: anyone, known: false },
    "somebody with a cookie of another making": {
      headers: async () => ({ cookie: `termwise.session_token=${"x".repeat(32)}.${"A".repeat(43)}=` }),
      may: anyone,
      known: false,
    },
    "a disabled member": {
      headers: async () =>
        (await personIn(server, server.house.first, { role: "workspace_admin", disabled: true })).headers,
      may: anyone,
      known: false,
    },
    "a member of a demo that was removed": {
      headers: async () => {
        const person = await personIn(server, server.house.first, { role: "workspace_admin" });
        await rowsOf(server, `update identity."user" set demo = true where id = '${person.userId}'`);
        return person.headers;
      },
      may: anyone,
      known: false,
    },
    "an admin without the second factor their workspace requires": {
      headers: async () => {
        const strict = (await createWorkspace(server.house.db, { name: "Strict" })).id;
        await rowsOf(
          server,
          `update workspace.workspace set second_factor_required = true where id = '${strict}'`,
        );
        return (await personIn(server, strict, { role: "workspace_admin", secondFactor: false })).headers;
      },
      may: (permission) => permission === "anyone" || permission === "signed_in",
      known: true,
    },
    "the admin of another workspace": {
      ...member("workspace_admin"),
      headers: async () => {
        const other = (await createWorkspace(server.house.db, { name: "Other" })).id;
        return (await personIn(server, other, { role: "workspace_admin" })).headers;
      },
    },
    ...Object.fromEntries(roles.map((role) => [`a ${role}`, member(role)])),
    ...Object.fromEntries(keyRights.map((right) => [`a key for ${right}`, key([right])])),
    "a key for everything a key can do": key(keyRights),
    "a key whose creator was disabled": {
      ...key(keyRights, () =>
        personIn(server, server.house.first, { role: "workspace_admin", disabled: true }),
      ),
      may: anyone,
    },
    "a key whose creator has not these rights any more": {
      ...key(keyRights, () => personIn(server, server.house.first, { role: "viewer" })),
      may: (permission) =>
        permission === "anyone" || permission === "book_read" || permission === "glossary_read",
    },
    "whoever runs the command line": {
      headers: async () => server.operator,
      may: (permission) => permission !== "signed_in" && !permission.startsWith("pay_"),
      known: true,
    },
  };

  it("has a row for everything that can be called, and nothing else, and this test knows how to call it", () => {
    const all = [...procedures, ...routesOf(server)].map(({ name }) => name);
    expect(all.toSorted()).toEqual(Object.keys(permissions).toSorted());
    expect(Object.keys({ ...inputs, ...bodies }).toSorted()).toEqual(all.toSorted());
  });

  it.each(Object.keys(actors))("%s", async (name) => {
    const actor = actors[name]!;
    const headers = await actor.headers();
    // A door weighs passwords, and what it asks of somebody does not depend on their role.
    const knocks = !/^an? (?!viewer|disabled|admin|key for everything)/.test(name);
    const calls = [...procedures, ...routesOf(server)].filter((one) => knocks || !isDoor(one.name));
    // Whoever signs out is nobody afterwards.
    const ordered = [...calls.filter((one) => !last(one)), ...calls.filter(last)];
    const [before] = await rowsOf<{ seq: bigint }>(server, denials("count(*) as seq"));
    const expected: string[] = [];
    for (const one of ordered) {
      const sample = inputs[one.name as Callable] ?? bodies[one.name as Callable];
      const { status, text } = await call(server, one, sample?.(idsOfNothing()), { headers });
      const permission = permissionOf(one.name);
      if (actor.may(permission)) {
        // At a door a wrong password is 401 too, and a token of nothing 403.
        const fine = isDoor(one.name) ? [400, 401, 403, 404, 429] : [];
        if (!fine.includes(status))
          expect([one.name, status, text]).not.toEqual([one.name, refused(status), text]);
        expect([one.name, status < 500, text]).toEqual([one.name, true, text]);
        expect(text).not.toMatch(/Sign in first|This needs the right|This key may not|This is not for you/);
      } else {
        const signedOut = !actor.known || (isDoor(one.name) && status === 401);
        expect([one.name, status]).toEqual([one.name, signedOut ? 401 : 403]);
        if (status === 403) expected.push(one.name);
      }
    }
    const told = await rowsOf<{ name: string }>(
      server,
      `${denials("subject_id as name")} and subject_kind = 'call' order by at, seq`,
    );
    expect(
      told
        .slice(Number(before?.seq))
        .map((row) => row.name)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });
});

const isDoor = (name: string): boolean => name.includes(" /api/auth/");
const last = ({ name }: Call): boolean => name.endsWith("sign-out");
const refused = (status: number): number => (status === 401 || status === 403 ? status : -1);
const denials = (what: string): string =>
  `select ${what} from audit.entry where action = 'denied' and subject_kind = 'call'`;

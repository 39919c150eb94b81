import type { MemberId } from "@termwise/core/kernel";
import { afterEach, describe, expect, it } from "vitest";
import { queryClient, trpc } from "./trpc.ts";
import { holdersOf, mayI, type Session } from "./who.ts";

const doors = { firstRun: false, demo: [], oidc: null, mail: false };

function signInAs(member: NonNullable<Session["who"]>["member"] | null): void {
  const who = member && {
    user: { name: "Ines Ober", email: "ines@example.com", secondFactor: false, password: true },
    member,
    rights: {},
    workspace: { name: "Northwind", demo: false },
    memberships: [],
    must: null,
  };
  queryClient.setQueryData(trpc.session.get.queryKey(), { who, doors });
}

afterEach(() => queryClient.clear());

describe("what the signed-in person may call", () => {
  it("follows from their role", () => {
    signInAs({ id: "mem_1" as MemberId, role: "finance", title: null, scope: "all" });
    expect(mayI("imports.list")).toBe(true);
    expect(mayI("POST /api/imports")).toBe(false);
  });

  it("is nothing that needs signing in, for nobody", () => {
    signInAs(null);
    expect(mayI("session.get")).toBe(true);
    expect(mayI("accounts.list")).toBe(false);
    queryClient.clear();
    expect(mayI("accounts.list")).toBe(false);
  });
});

it("names the roles that may call something", () => {
  expect(holdersOf("members.change")).toBe("Workspace admin");
  expect(holdersOf("POST /api/imports")).toBe("RevOps, CS Ops, or Workspace admin");
});

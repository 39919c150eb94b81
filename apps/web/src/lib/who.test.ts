import type { MemberId } from "@termwise/core/kernel";
import { afterEach, describe, expect, it } from "vitest";
import { holdersOf } from "./holders.ts";
import { queryClient, trpc } from "./trpc.ts";
import { mayI, type Session } from "./who.ts";

const doors = { firstRun: false, demo: [], oidc: null, mail: false };

function signInAs(member: NonNullable<Session["who"]>["member"] | null): void {
  const who = member && {
    user: { name: "Ines Ober", email: "ines@example.com", secondFactor: false, password: true },
    member,
    rights: {},
    may: ["imports.list" as const],
    workspace: { name: "Northwind", demo: false },
    memberships: [],
    must: null,
  };
  queryClient.setQueryData(trpc.session.get.queryKey(), { who, doors });
}

afterEach(() => queryClient.clear());

describe("what the signed-in person may call", () => {
  it("is what the server said", () => {
    signInAs({ id: "mem_1" as MemberId, role: "finance", title: null, scope: "all" });
    expect(mayI("imports.list")).toBe(true);
    expect(mayI("POST /api/imports")).toBe(false);
  });

  it("is nothing, for nobody", () => {
    signInAs(null);
    expect(mayI("accounts.list")).toBe(false);
    queryClient.clear();
    expect(mayI("accounts.list")).toBe(false);
  });
});

it("names the roles that may call something", () => {
  expect(holdersOf("members.change")).toBe("Workspace admin");
  expect(holdersOf("POST /api/imports")).toBe("RevOps, CS Ops, or Workspace admin");
});

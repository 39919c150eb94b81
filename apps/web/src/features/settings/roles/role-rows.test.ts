import { scopeOf } from "@termwise/core/access";
import { describe, expect, it } from "vitest";
import { rightRows, roleRows } from "./role-rows.ts";

describe("roles", () => {
  it("are all listed, with how many enabled members have them", () => {
    const rows = roleRows([
      { role: "csm", disabled: false },
      { role: "csm", disabled: true },
      { role: "exec", disabled: false },
    ]);
    expect(rows).toHaveLength(13);
    expect(rows.find(({ role }) => role === "csm")?.members).toBe(1);
    expect(rows.find(({ role }) => role === "viewer")?.members).toBe(0);
  });

  it("have the rights the server enforces, in the widest scope", () => {
    for (const { right, of } of rightRows())
      for (const { role } of roleRows([]))
        expect(of[role] ?? null, `${right} of ${role}`).toBe(scopeOf(right, { role, scope: "all" }));
  });
});

import { describe, expect, it } from "vitest";
import { auditChanges } from "./audit-changes.ts";

describe("what an entry of the audit log tells", () => {
  it("is what differs before and after, and nothing that does not", () => {
    expect(
      auditChanges({
        before: { role: "csm", scope: "own", disabled: false },
        after: { role: "cs_manager", scope: "own", disabled: true },
      }),
    ).toEqual([
      { name: "Role", before: "csm", after: "cs_manager" },
      { name: "Disabled", before: "no", after: "yes" },
    ]);
  });

  it("is also all else, in words", () => {
    expect(
      auditChanges({ expiresOn: "2026-12-01", rights: ["book_read", "imports_read"], fields: [] }),
    ).toEqual([
      { name: "Expires on", before: null, after: "2026-12-01" },
      { name: "Rights", before: null, after: "book_read, imports_read" },
      { name: "Fields", before: null, after: "none" },
    ]);
  });

  it("shows what was set for the first time without a before", () => {
    expect(auditChanges({ after: { timeZone: null, name: "Northwind" } })).toEqual([
      { name: "Time zone", before: null, after: "none" },
      { name: "Name", before: null, after: "Northwind" },
    ]);
  });
});

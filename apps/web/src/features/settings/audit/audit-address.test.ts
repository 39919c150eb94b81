import { describe, expect, it } from "vitest";
import { csvAddress, questionOf, trailOf, trailText } from "./audit-address.ts";

describe("the audit log's address", () => {
  it("holds who, what and which days; what cannot be read is not asked", () => {
    expect(
      questionOf({
        actor: "mem_1",
        action: "pay_read",
        subject: "mem_2",
        from: "2026-11-01",
        to: "2026-11-22",
      }),
    ).toEqual({
      actor: "mem_1",
      action: "pay_read",
      subject: "mem_2",
      from: "2026-11-01",
      to: "2026-11-22",
    });
    expect(questionOf({ action: "constructor", from: "2026-02-30", to: "yesterday" })).toEqual({});
  });

  it("holds the pages one came through, so that one can go back", () => {
    expect(trailOf("951,901")).toEqual([951, 901]);
    expect(trailOf("951,x,-3,901")).toEqual([951, 901]);
    expect([trailOf(undefined), trailText([]), trailText([951, 901])]).toEqual([[], undefined, "951,901"]);
  });

  it("leads to the same entries as a file", () => {
    expect(csvAddress({})).toBe("/api/audit.csv");
    expect(csvAddress({ action: "pay_read", from: "2026-11-01" })).toBe(
      "/api/audit.csv?action=pay_read&from=2026-11-01",
    );
  });
});

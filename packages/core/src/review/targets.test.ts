import { describe, expect, it } from "vitest";
import { Instant, Month, parsePeriod } from "../kernel/index.ts";
import { targetFor } from "./targets.ts";

type Given = { over?: string; since?: string; segment?: string; value: string; at?: string };

const target = ({ over, since, segment, value, at = "2026-01-01T00:00:00Z" }: Given) => {
  const period = over === undefined ? null : parsePeriod(over);
  return {
    recordedAt: Instant.parse(at),
    entry: {
      of: "target_set" as const,
      term: "nrr",
      over: period && { period: period.text, from: period.from, to: period.to },
      since: since === undefined ? null : Month.parse(since),
      slice: segment === undefined ? null : { dimension: "segment" as const, value: segment },
      value,
      currency: null,
    },
  };
};

const found = (targets: Given[], period: string, told = {}) =>
  targetFor(targets.map(target), "nrr", parsePeriod(period), told)?.entry.value ?? null;

describe("the target of a figure", () => {
  it("is the one of the very period, else the latest that holds from a month not after its last", () => {
    const all = [
      { since: "2026-01", value: "1.05" },
      { since: "2026-07", value: "1.08" },
      { over: "2026-Q3", value: "1.10" },
    ];
    expect(found(all, "2026-Q3")).toBe("1.10");
    expect(found(all, "2026-07-01..2026-09-30")).toBe("1.10");
    expect(found(all, "ttm:2026-09")).toBe("1.08");
    expect(found(all, "2026-06")).toBe("1.05");
    expect(found(all, "2025-Q4")).toBeNull();
  });
  it("of a segment is for that segment alone, and that of the whole book for no segment", () => {
    const all = [
      { since: "2026-01", value: "1.05" },
      { since: "2026-01", segment: "Enterprise", value: "1.20" },
    ];
    expect(found(all, "2026-Q3", { segment: ["Enterprise"] })).toBe("1.20");
    expect(found(all, "2026-Q3", { segment: ["Growth"] })).toBeNull();
    expect(found(all, "2026-Q3", { segment: ["Enterprise", "Growth"] })).toBeNull();
    expect(found(all, "2026-Q3", { segment: ["Enterprise"], region: ["emea"] })).toBeNull();
    expect(found(all, "2026-Q3", {})).toBe("1.05");
  });
  it("set twice for the same month is the one set last", () => {
    const all = [
      { since: "2026-01", value: "1.05", at: "2026-02-01T00:00:00Z" },
      { since: "2026-01", value: "1.07", at: "2026-03-01T00:00:00Z" },
    ];
    expect(found(all, "2026-Q3")).toBe("1.07");
  });
});

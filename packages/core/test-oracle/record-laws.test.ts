import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactSet, factsKnownAt, type Stamp } from "../src/facts/index.ts";
import { type Instant, instant } from "../src/kernel/index.ts";
import { dump, holds } from "./reading.ts";
import { ledgerPolicies, periods, retentionPolicies, worlds } from "./worlds.ts";

const moments = [null, instant("2026-01-01T00:00:00Z"), instant("2026-02-15T00:00:00Z")];

/** The versions known at a moment, one for each key, found the slow way: each looks whether another replaces it. */
function latestOf<F extends Stamp>(
  facts: readonly F[],
  asOf: Instant | null,
  keyOf: (fact: F) => string,
): F[] {
  const known = facts.filter(({ recordedAt }) => asOf === null || recordedAt <= asOf);
  const replaces = (other: F, fact: F) =>
    keyOf(other) === keyOf(fact) &&
    (other.recordedAt > fact.recordedAt ||
      (other.recordedAt === fact.recordedAt && JSON.stringify(other) > JSON.stringify(fact)));
  const alike = new Map(known.map((fact) => [JSON.stringify(fact), fact]));
  return [...alike.values()].filter((fact) => !known.some((other) => replaces(other, fact)));
}

const text = (facts: readonly Stamp[]): string[] => facts.map((fact) => JSON.stringify(fact)).sort();

describe("what is on record", () => {
  it("is known in its latest version, and no longer once it was taken back", () => {
    holds(fc.tuple(worlds, fc.constantFrom(...moments)), ([{ ...facts }, asOf]) => {
      const known = factsKnownAt(facts, asOf);
      const standing = latestOf(facts.journal, asOf, ({ entryId }) => entryId);
      expect(text(known.journal)).toEqual(text(standing.filter(({ withdrawn }) => withdrawn === null)));
      const keyOf = (u: FactSet["usage"][number]) =>
        [u.accountId, u.feature, u.activity, u.effectiveOn].join();
      expect(text(known.usage)).toEqual(text(latestOf(facts.usage, asOf, keyOf)));
    });
  });

  it("moves no figure", () => {
    const cases = fc.tuple(worlds, ledgerPolicies, retentionPolicies, periods);
    holds(cases, ([facts, ledger, policy, period]) => {
      const bare = { ...facts, journal: [], usage: [] };
      expect(dump(facts, null, ledger, policy, period)).toBe(dump(bare, null, ledger, policy, period));
    });
  });
});

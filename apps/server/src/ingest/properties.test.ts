import { type Fact, type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, csv, withFacts } from "./testing.ts";

const accountHeader = "account_id,name,segment";
const lineHeader = "line_id,account_id,product,quantity,unit price,billing,currency,start,end,renews";

const accountRows = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
  .map((ids) => ids.map((id) => `A${id},Account ${id},${id % 2 ? "SMB" : "Enterprise"}`));
const lineRows = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }),
      account: fc.integer({ min: 1, max: 14 }),
      month: fc.integer({ min: 1, max: 12 }),
      seats: fc.integer({ min: 0, max: 50 }),
      cents: fc.integer({ min: 0, max: 99_999 }),
      length: fc.integer({ min: 0, max: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((lines) =>
    lines.map(({ id, account, month, seats, cents, length }) => {
      const start = `2024-${String(month).padStart(2, "0")}-01`;
      const end = length === 0 ? "" : `${2024 + length}-12-31`;
      return `L${id},A${account},P${id % 3},${seats},${(cents / 100).toFixed(2)},month,USD,${start},${end},${id > 20 ? `L${id - 20}` : ""}`;
    }),
  );
const shuffled = (rows: string[]) =>
  fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });

/** What is known, in an order of its own and without the places it was read from. */
const dump = (known: FactSet): string =>
  JSON.stringify(factsKnownAt(known, null), (name, value) =>
    ["file", "line", "recordedAt"].includes(name) ? undefined : value,
  );
const known = (facts: readonly Fact[]) => dump(withFacts(noFacts, facts));

const batch = fc.tuple(accountRows, lineRows);
const numRuns = process.env["TERMWISE_DEEP"] === "1" ? 2_000 : 100;

describe("the same rows", () => {
  it("give the same facts in any order", () => {
    fc.assert(
      fc.property(
        batch.chain(([accounts, lines]) =>
          fc.tuple(fc.constant(accounts), fc.constant(lines), shuffled(accounts), shuffled(lines)),
        ),
        ([accounts, lines, otherAccounts, otherLines]) => {
          const one = check({ "a.csv": csv(accountHeader, ...accounts), "l.csv": csv(lineHeader, ...lines) });
          const two = check({
            "l.csv": csv(lineHeader, ...otherLines),
            "a.csv": csv(accountHeader, ...otherAccounts),
          });
          expect(known(two.facts)).toBe(known(one.facts));
        },
      ),
      { numRuns },
    );
  });

  it("give the same facts split over files and imports, overlapping or not", () => {
    fc.assert(
      fc.property(
        batch,
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        ([accounts, lines], a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const whole = check({
            "a.csv": csv(accountHeader, ...accounts),
            "l.csv": csv(lineHeader, ...lines),
          });
          const first = check({
            "a.csv": csv(accountHeader, ...accounts),
            "l1.csv": csv(lineHeader, ...lines.slice(0, high)),
          });
          const before = withFacts(noFacts, first.facts);
          const second = check(
            { "l2.csv": csv(lineHeader, ...lines.slice(low)) },
            {},
            { known: before, confirm: true },
          );
          expect(dump(withFacts(before, second.facts))).toBe(known(whole.facts));
        },
      ),
      { numRuns },
    );
  });

  it("are refused exactly where their account is not known, and taken once it is", () => {
    fc.assert(
      fc.property(batch, ([accounts, lines]) => {
        const ids = new Set(accounts.map((row) => row.split(",")[0]));
        const orphans = lines.filter((row) => !ids.has(row.split(",")[1]));
        const files = { "a.csv": csv(accountHeader, ...accounts), "l.csv": csv(lineHeader, ...lines) };
        const first = check(files);
        expect(first.report.counts.refused).toBe(orphans.length);
        const before = withFacts(noFacts, first.facts);
        const missing = [...new Set(orphans.map((row) => row.split(",")[1]))].map(
          (id) => `${id},Late ${id},SMB`,
        );
        const refused = first.refusedCsv("l.csv");
        const rest = {
          "more.csv": csv(accountHeader, ...missing),
          ...(refused ? { "refused.csv": refused } : {}),
        };
        const second = check(rest, {}, { known: before });
        const all = check({ ...files, "a.csv": csv(accountHeader, ...accounts, ...missing) });
        expect(dump(withFacts(before, second.facts))).toBe(known(all.facts));
      }),
      { numRuns },
    );
  });
});

import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import { day, instant } from "@termwise/core/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkImport } from "../ingest/check.ts";
import { withFacts } from "../ingest/testing.ts";
import { reversalOf } from "./reversal.ts";

const moment = (n: number) =>
  instant(new Date(Date.parse("2026-03-01T00:00:00Z") + n * 86_400_000).toISOString());
const csv = (header: string, rows: readonly string[]) => Buffer.from(`${[header, ...rows].join("\n")}\n`);

const account = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("SMB", "Mid", ""), fc.constantFrom("Ann", "Bob"))
  .map(([id, segment, csm]) => `A${id},Account ${id},${segment},${csm},${id > 3 ? `A${id - 3}` : ""}`);
const line = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom("active", "active", "draft"),
  )
  .map(([id, of, hundreds, status]) => {
    const renews = id > 5 ? `L${id - 5}` : "";
    return `L${id},A${of},P${id % 2},${hundreds}00,2025-0${1 + (id % 9)}-01,${status},${renews}`;
  });
const usage = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 9 }))
  .map(([of, on, users]) => `A${of},2026-02-0${on},${users}`);
const rate = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 9 }))
  .map(([on, cents]) => `2026-01-0${on},EUR,USD,1.${cents}`);

/** A batch of everything an import can hold that is compared with what is known: so many rows of each at most. */
function batchOf(maxLength: number) {
  const once = (rows: fc.Arbitrary<string>, columns = 1) =>
    fc.uniqueArray(rows, { maxLength, selector: (row) => row.split(",").slice(0, columns).join() });
  return fc.record({
    accounts: once(account),
    lines: once(line),
    usage: once(usage, 2),
    rates: once(rate),
    labels: once(account),
  });
}
const batch = batchOf(6);
type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never;

function facts(known: FactSet, of: Batch, n: number): FactSet {
  const stage = (row: string) => row.split(",").slice(0, 3).join();
  const files = [
    { name: `a${n}.csv`, bytes: csv("account_id,name,segment,csm,parent", of.accounts) },
    { name: `l${n}.csv`, bytes: csv("line_id,account_id,product,arr,starts_on,status,renews", of.lines) },
    { name: `u${n}.csv`, bytes: csv("account_id,date,users", of.usage) },
    { name: `r${n}.csv`, bytes: csv("date,base,quote,rate", of.rates) },
    { name: `c${n}.csv`, bytes: csv("account_id,name,lifecycle_stage", of.labels.map(stage)) },
  ];
  const request = { files, mapping: { defaultCurrency: "USD" as never }, confirm: true };
  const checked = checkImport({
    ...request,
    known,
    recordedAt: moment(n),
    today: day(moment(n).slice(0, 10)),
  });
  return withFacts(known, checked.facts);
}

/** What stands, without when it was recorded. */
const told = (of: FactSet) =>
  JSON.stringify(factsKnownAt(of, null), (name, value) => (name === "recordedAt" ? undefined : value));

const footprint = (n: number) => ({
  recordedAt: moment(n),
  files: new Set(["a", "l", "u", "r", "c"].map((kind) => `${kind}${n}.csv`)),
});

function undone(known: FactSet, n: number, at: number, before: readonly number[] = []) {
  const undoneBefore = before.map(footprint);
  const { facts, dependents } = reversalOf(known, footprint(n), { at: moment(at), undoneBefore });
  return { dependents, facts: withFacts(known, Object.values(facts).flat()) };
}

const deep = process.env["TERMWISE_DEEP"] === "1";
const numRuns = deep ? 20_000 : 90;

describe("an import taken back", () => {
  it("leaves what any history before it left, whatever it held", () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 4 }), batch, (history, last) => {
        const before = history.reduce(facts, noFacts);
        const n = history.length;
        const after = undone(facts(before, last, n), n, n + 1);
        expect(after.dependents).toEqual([]);
        expect(told(after.facts)).toBe(told(before));
      }),
      { numRuns },
    );
  });

  it("comes back the same when it is imported again, and is undone again", () => {
    fc.assert(
      fc.property(batch, batch, (first, last) => {
        const before = facts(noFacts, first, 0);
        const back = undone(facts(before, last, 1), 1, 2).facts;
        const again = facts(back, last, 3);
        expect(told(undone(again, 3, 4, [1]).facts)).toBe(told(before));
      }),
      { numRuns: numRuns / 3 },
    );
  });

  it("leaves the history without it wherever it is in nobody's way", () => {
    fc.assert(
      // One time in seven a third one of few rows does not hold the second fast.
      fc.property(batch, batch, batchOf(1), (first, second, third) => {
        const known = facts(facts(facts(noFacts, first, 0), second, 1), third, 2);
        const { dependents, facts: left } = undone(known, 1, 3);
        fc.pre(dependents.length === 0);
        // Taking the last one back too leaves the first alone.
        expect(told(undone(left, 2, 4, [1]).facts)).toBe(told(facts(noFacts, first, 0)));
      }),
      { numRuns: numRuns / 3 },
    );
  });

  it("does not bring back what an import undone before it had said", () => {
    const none: Batch = { accounts: [], lines: [], usage: [], rates: [], labels: [] };
    const of = (status: string) => [`L8,A1,P0,000,2025-09-01,${status},L3`];
    const signed = facts(noFacts, { ...none, lines: of("active"), labels: ["A1,Account 1,SMB,Ann,"] }, 1);
    const withdrawn = facts(signed, { ...none, lines: of("draft") }, 2);
    const first = undone(withdrawn, 1, 3);
    expect(first.dependents).toEqual([]);
    expect(told(undone(first.facts, 2, 4, [1]).facts)).toBe(told(noFacts));
  });
});

import { randomUUID } from "node:crypto";
import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import {
  AccountId,
  addDays,
  Currency,
  day,
  type Instant,
  instant,
  LineId,
  parsePeriod,
} from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf, houseRetentionPolicy, metricTotal, windowOf } from "@termwise/core/retention";
import { createWorkspace, type Database, dumpDerived, inWorkspace, loadFacts } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bySystem } from "./auth/acting.ts";
import { LiveBooks } from "./derive/live-books.ts";
import { rebuild, recordFacts } from "./pipeline.ts";

const deep = process.env["TERMWISE_DEEP"] === "1";
const runs = deep ? 300 : 30;
const by = bySystem(instant("2026-01-01T00:00:00Z"));
const usd = Currency.parse("USD");
const house = { asOf: null, policy: houseLedgerPolicy, currency: usd };
const idOf = (n: number) => AccountId.parse(`acc_${n}`);
const lineOf = (n: number) => LineId.parse(`line_${n}`);

const who = fc.nat({ max: 5 });
const which = fc.nat({ max: 7 });
const sides = fc.tuple(who, who).filter(([a, b]) => a !== b);
const startsAt = fc.integer({ min: 0, max: 700 });

type Told = Partial<FactSet>;
const stamp = (key: string, on = "1900-01-01") => ({
  effectiveOn: day(on),
  recordedAt: instant("2026-01-01T00:00:00Z"),
  source: { system: "model", key, file: null, line: null },
});

/** A line is told for the first time, told anew with other content or for another account, or withdrawn. */
const line: fc.Arbitrary<Told> = fc
  .record({
    n: which,
    owner: who,
    starts: startsAt,
    days: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
    net: fc.constantFrom("100", "70", "33.33", "0"),
    product: fc.constantFrom("Platform", "Reports"),
    renews: fc.option(which, { nil: null }),
    withdrawn: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ n, owner, starts, days, net, product, renews, withdrawn }) => {
    const startsOn = addDays(day("2024-01-01"), starts);
    return {
      lines: [
        {
          kind: "line",
          lineId: lineOf(n),
          accountId: idOf(owner),
          product,
          productKind: "core",
          lineKind: "recurring",
          region: null,
          quantity: "1",
          price: { of: "amount", net, list: null, per: { unit: "year", count: 1 } },
          currency: usd,
          billing: null,
          startsOn,
          endsOn: days === null ? null : addDays(startsOn, days - 1),
          signedOn: null,
          noticeOn: null,
          autoRenew: null,
          renews: renews === null || renews === n ? null : lineOf(renews),
          totalContractValue: null,
          payment: null,
          sourcedBy: null,
          withdrawn,
          ...stamp(`line ${n}`, startsOn),
        },
      ],
    };
  });
/** Two records are one customer; told again, a record is another customer's after all. */
const merge: fc.Arbitrary<Told> = sides.map(([a, b]) => ({
  merges: [{ kind: "merge", accountId: idOf(a), intoId: idOf(b), ...stamp(`merge ${a}`) }],
}));
/** Some lines are another customer's; told again, they are a third one's, or fewer. */
const split: fc.Arbitrary<Told> = fc
  .tuple(sides, fc.uniqueArray(which, { minLength: 1, maxLength: 3 }))
  .map(([[a, b], lines]) => ({
    splits: [
      {
        kind: "split",
        accountId: idOf(a),
        toId: idOf(b),
        lineIds: lines.map(lineOf),
        ...stamp(`split ${a}`),
      },
    ],
  }));
const name: fc.Arbitrary<Told> = fc.tuple(who, fc.constantFrom("Alder", "Birch")).map(([n, value]) => ({
  attributes: [{ kind: "attribute", accountId: idOf(n), attribute: "name", value, ...stamp(`name ${n}`) }],
}));

const commands = fc.array(
  fc.record({
    tell: fc.array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 2, arbitrary: merge }, split, name), {
      minLength: 1,
      maxLength: 4,
    }),
    rebuilt: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
    server: fc.boolean(),
  }),
  { minLength: 4, maxLength: deep ? 60 : 10 },
);

/** All that is told at once, recorded at one moment. */
function toldAt(recordedAt: Instant, told: readonly Told[]): FactSet {
  const stamped = <F>(facts: (one: Told) => readonly F[] | undefined): F[] =>
    told.flatMap((one) => (facts(one) ?? []).map((fact) => ({ ...fact, recordedAt })));
  return {
    ...noFacts,
    lines: stamped((one) => one.lines),
    merges: stamped((one) => one.merges),
    splits: stamped((one) => one.splits),
    attributes: stamped((one) => one.attributes),
  };
}

eachEngine((on) => {
  describe("a workspace told anything in any order, through two servers", () => {
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
    });

    it(`holds after each telling what a rebuild gives, and answers what its facts say (${runs} runs)`, async () => {
      await fc.assert(
        fc.asyncProperty(commands, async (script) => {
          const { id } = await createWorkspace(db, { name: randomUUID() });
          const servers = [new LiveBooks(db, id), new LiveBooks(db, id)] as const;
          for (const [i, { tell, rebuilt, server }] of script.entries()) {
            const at = instant(`2026-01-01T00:00:${String(i).padStart(2, "0")}Z`);
            await recordFacts(db, id, toldAt(at, tell));
            if (rebuilt) await rebuild(db, id, by);
            const facts = factsKnownAt(await inWorkspace(db, id, (tx) => loadFacts(tx)), null);
            const ledger = movementsOf(facts, houseLedgerPolicy);
            const book = (await servers[server ? 1 : 0].books()).book(house);
            const said = ({ accounts }: typeof book) =>
              accounts.map(({ accountId, name, movements, dueOn }) => ({
                accountId,
                name,
                movements,
                dueOn,
              }));
            const afresh = bookOf(facts, ledger, houseLedgerPolicy, usd);
            expect(said(book)).toEqual(said(afresh));
            const window = (of: typeof book) => windowOf(of, parsePeriod("2025"), houseRetentionPolicy);
            expect(metricTotal(window(book), "nrr")).toEqual(metricTotal(window(afresh), "nrr"));
          }
          const grown = await inWorkspace(db, id, (tx) => dumpDerived(tx));
          await rebuild(db, id, by);
          expect(await inWorkspace(db, id, (tx) => dumpDerived(tx))).toBe(grown);
        }),
        { numRuns: runs },
      );
    });
  });
});

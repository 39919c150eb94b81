import { type ContractLine, factsKnownAt, noFacts } from "@termwise/core/facts";
import {
  AccountId,
  addDays,
  Currency,
  day,
  instant,
  LineId,
  month,
  parsePeriod,
} from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf, houseRetentionPolicy, type MetricTerm, metrics, totalsOf } from "@termwise/core/retention";
import { eachEngine } from "@termwise/db/testing";
import { demoCompany } from "@termwise/demo";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFacts } from "../pipeline.ts";
import type { Termwise } from "../termwise.ts";
import { opened } from "../testing.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const usd = Currency.parse("USD");
const demo = demoCompany({ today: day("2026-11-21") }).facts;
/** The demo company told in one currency, so that the typed arrays can hold it. */
const dollars = { ...demo, lines: demo.lines.map((line) => ({ ...line, currency: usd })) };
const terms = Object.keys(metrics) as MetricTerm[];
const house = { asOf: null, policy: houseLedgerPolicy, currency: null };

eachEngine((on) => {
  describe("books kept fresh while facts arrive", () => {
    let termwise: Termwise;
    beforeAll(async () => {
      termwise = (await opened(await on.open(), { clock })).termwise;
      await recordFacts(termwise.db, termwise.workspaceId, dollars);
    });

    /** What the books answer from memory and arrays, against everything computed afresh from what the ledger holds. */
    const expectTruth = async () => {
      const books = await termwise.books();
      const book = books.book(house);
      const facts = factsKnownAt(books.known.all, null);
      const afresh = bookOf(facts, movementsOf(facts, houseLedgerPolicy), houseLedgerPolicy, usd);
      const held = books.totals(book, houseRetentionPolicy, month("2026-11"));
      const plain = totalsOf(afresh, houseRetentionPolicy);
      for (const text of ["ttm:2026-10", "2026-Q3", "t6m:2026-05", "2026-01-15..2026-08-03", "ttm:2024-12"])
        for (const slice of [{}, { segment: ["Enterprise"] }, { segment: ["Growth"], region: ["Europe"] }])
          for (const term of terms) {
            const period = parsePeriod(text);
            expect([term, text, held(term, period, slice)]).toEqual([term, text, plain(term, period, slice)]);
          }
    };

    it("tell the plain fold's integers from the first question on", expectTruth);

    it("still do after accounts changed, came and were corrected, one by one", async () => {
      const [some] = dollars.lines;
      if (!some) throw new Error("the demo company has lines");
      for (const [i, accountId] of [
        some.accountId,
        "acc_newcomer",
        some.accountId,
        "acc_newcomer",
      ].entries()) {
        const line: ContractLine = {
          ...some,
          accountId: AccountId.parse(accountId),
          lineId: LineId.parse(`line_fresh${i % 3}`),
          startsOn: addDays(day("2025-12-10"), 20 * i),
          endsOn: i === 3 ? day("2026-06-30") : null,
          effectiveOn: addDays(day("2025-12-10"), 20 * i),
          renews: null,
          noticeOn: null,
          source: { system: "test", key: `fresh${i % 3}`, file: null, line: null },
          recordedAt: instant(`2026-11-21T08:0${i}:00Z`),
        };
        await recordFacts(termwise.db, termwise.workspaceId, { ...noFacts, lines: [line] });
        await expectTruth();
      }
    });

    it("answer a question that comes while another is being answered with what was committed before it", async () => {
      const first = termwise.books();
      const line = {
        ...dollars.lines[1],
        recordedAt: instant("2026-11-21T08:30:00Z"),
        withdrawn: true,
      } as ContractLine;
      await recordFacts(termwise.db, termwise.workspaceId, { ...noFacts, lines: [line] });
      const [, later] = await Promise.all([first, termwise.books()]);
      expect(later.known.now.lines.some((known) => known.lineId === line.lineId)).toBe(false);
    });
  });
});

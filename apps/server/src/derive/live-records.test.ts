import {
  type AccountFact,
  factsKnownAt,
  type JournalFact,
  type MergeFact,
  noFacts,
  type UsageFact,
} from "@termwise/core/facts";
import { AccountId, day, EntryId, instant } from "@termwise/core/kernel";
import { loadFacts, loadMovements } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { goldenCompany } from "@termwise/demo";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFacts, stored } from "../pipeline.ts";
import type { Termwise } from "../termwise.ts";
import { opened } from "../testing.ts";
import { Books } from "./books.ts";
import { customerRecords, customerRecordsInTurns } from "./customer-records.ts";
import { knownOf } from "./known-facts.ts";
import { LiveBooks } from "./live-books.ts";

const golden = goldenCompany().facts;
const [one, two] = golden.accounts.map(({ accountId }) => accountId) as [AccountId, AccountId];
const doubled = AccountId.parse("acc_double");
let minute = 0;
const stamp = (key: string) => {
  minute += 1;
  return {
    effectiveOn: day("2026-06-01"),
    recordedAt: instant(new Date(Date.UTC(2026, 10, 1, 9, minute)).toISOString()),
    source: { system: "test", key, file: null, line: null },
  };
};
const note = (
  accountId: AccountId | null,
  id: string,
  text: string,
  withdrawn: string | null = null,
): JournalFact => ({
  kind: "journal",
  entryId: EntryId.parse(`ent_${id}`),
  accountId,
  at: instant("2026-06-01T10:00:00Z"),
  by: "Kim",
  withdrawn,
  entry:
    accountId === null
      ? { of: "agenda_item", term: "nrr", reason: text, owner: null, dueOn: null, state: "open" }
      : {
          of: "touchpoint",
          type: "note",
          direction: null,
          contacts: [],
          text,
          outcome: null,
          nextStep: null,
        },
  ...stamp(id),
});
const used = (accountId: AccountId, on: string, users: number, days = 7): UsageFact => ({
  kind: "usage",
  accountId,
  feature: null,
  activity: "use",
  days,
  users,
  uses: null,
  activeDays: null,
  seats: null,
  ...stamp(`${accountId} ${on}`),
  effectiveOn: day(on),
});

eachEngine((on) => {
  describe("what is put on record", () => {
    let termwise: Termwise;
    let other: LiveBooks;
    beforeAll(async () => {
      termwise = (await opened(await on.open())).termwise;
      other = new LiveBooks(termwise.db, termwise.workspaceId);
      const account: AccountFact = {
        kind: "account",
        accountId: doubled,
        externalIds: {},
        ...stamp("double"),
      };
      const accounts = [...golden.accounts, account];
      await recordFacts(termwise.db, termwise.workspaceId, { ...golden, accounts });
    });
    const put = (facts: Partial<typeof noFacts>) =>
      recordFacts(termwise.db, termwise.workspaceId, { ...noFacts, ...facts });

    /** What is held in memory, here and on another server, against everything made afresh of what the store holds. */
    const expectTruth = async () => {
      const { facts, ledgers } = await termwise.read(async (tx) => ({
        facts: await loadFacts(tx),
        ledgers: await loadMovements(tx, stored.key),
      }));
      const afresh = customerRecords(new Books(await knownOf(facts), ledgers, null));
      for (const books of [await termwise.books(), await other.books()]) {
        expect(books.known.now).toEqual(factsKnownAt(facts, null));
        const { records, rules, house } = customerRecords(books);
        expect(rules).toEqual(afresh.rules);
        expect(house).toEqual(afresh.house);
        expect([...records]).toEqual([...afresh.records]);
      }
    };

    it("is in the next books of every server, whoever wrote it and whatever it is", async () => {
      await expectTruth();
      const steps: Partial<typeof noFacts>[] = [
        { journal: [note(one, "1", "First"), note(two, "2", "Second"), note(null, "3", "On the agenda")] },
        { journal: [note(one, "1", "First, put better")] },
        { journal: [note(one, "0", "Before it in the order"), note(one, "9", "After it")] },
        { usage: [used(one, "2026-06-07", 4), used(two, "2026-06-07", 5)] },
        { usage: [used(one, "2026-06-07", 6)], journal: [note(null, "3", "Settled", "Not so")] },
        { journal: [note(two, "2", "Second", "Taken back")] },
        { usage: [used(one, "2026-06-14", 6), used(one, "2026-06-21", 6, 28)] },
        { usage: [used(two, "2026-06-14", 5, 28)] },
        { journal: [note(doubled, "5", "Of the double")] },
      ];
      for (const step of steps) {
        await put(step);
        await expectTruth();
      }
    });

    it("is the customer's once two records became one, and stays so in a later version", async () => {
      const merge: MergeFact = { kind: "merge", accountId: doubled, intoId: one, ...stamp("merge") };
      await put({ merges: [merge] });
      await expectTruth();
      const { records } = customerRecords(await termwise.books());
      expect(records.get(one)?.journal.map(({ entryId }) => entryId)).toEqual([
        "ent_0",
        "ent_1",
        "ent_5",
        "ent_9",
      ]);
      await put({ journal: [note(one, "5", "Of the double, as its customer's")] });
      await expectTruth();
    });

    it("leaves movements, book and the records of other customers the very objects they were", async () => {
      const before = await termwise.books();
      const known = customerRecords(before);
      const asked = { asOf: null, policy: stored.policy, currency: null };
      const book = before.book(asked);
      await put({ journal: [note(one, "6", "More")] });
      const after = await termwise.books();
      expect(after).not.toBe(before);
      expect([after.ledgers(), after.book(asked)]).toEqual([before.ledgers(), book]);
      expect(after.book(asked)).toBe(book);
      const { records, rules, house } = customerRecords(after);
      expect(
        [...records].filter(([id, record]) => known.records.get(id) !== record).map(([id]) => id),
      ).toEqual([one]);
      expect([rules, house]).toEqual([known.rules, known.house]);
      expect(rules).toBe(known.rules);
      expect(house).toBe(known.house);
    });

    it("is made once, by who waits for it in turns or by who asks meanwhile", async () => {
      const { known } = await termwise.books();
      const [alone, afresh] = [0, 1].map(() => new Books(known, [], null)) as [Books, Books];
      const inTurns = customerRecordsInTurns(afresh);
      const meanwhile = customerRecords(afresh);
      expect(await inTurns).toBe(meanwhile);
      const { records, rules } = await customerRecordsInTurns(alone);
      expect([[...records], rules]).toEqual([[...meanwhile.records], meanwhile.rules]);
      expect(records.size).toBeGreaterThan(1);
    });

    it("of the workspace leaves every customer as it was", async () => {
      const known = customerRecords(await termwise.books());
      await put({ journal: [note(null, "7", "Another")] });
      const { records, rules, house } = customerRecords(await termwise.books());
      expect(
        [...records.values()].filter((record) => known.records.get(record.accountId) !== record),
      ).toEqual([]);
      // Whatever was made by what is on record of the workspace is made anew.
      expect(house).not.toBe(known.house);
      expect(rules.journal.map(({ entryId }) => entryId)).toEqual(["ent_7"]);
    });

    it("and a contract line that comes with it are both seen", async () => {
      const [line] = golden.lines;
      if (!line) throw new Error("the golden company has lines");
      const changed = { ...line, ...stamp(line.source.key), effectiveOn: line.effectiveOn, quantity: "77" };
      await put({ lines: [changed], journal: [note(two, "8", "They grow")] });
      await expectTruth();
      await put({
        lines: [{ ...changed, ...stamp(line.source.key), effectiveOn: line.effectiveOn, quantity: "78" }],
      });
      await expectTruth();
    });
  });
});

import { randomUUID } from "node:crypto";
import { Fact, type FactSet, noFacts } from "@termwise/core/facts";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { anyFacts } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import { appendFacts, createWorkspace, inWorkspace, loadFacts, loadRecordFacts } from "../index.ts";
import { eachEngine } from "../testing.ts";

describe("the ledger", () => {
  eachEngine((on) => {
    let db: Database;
    const workspace = async (): Promise<WorkspaceId> =>
      (await createWorkspace(db, { name: randomUUID() })).id;
    beforeAll(async () => {
      db = await on.open();
    });

    it("gives back every fact as it was, in the order it was appended", async () => {
      await fc.assert(
        fc.asyncProperty(anyFacts, anyFacts, async (first, second) => {
          const id = await workspace();
          await inWorkspace(db, id, (tx) => appendFacts(tx, first));
          await inWorkspace(db, id, (tx) => appendFacts(tx, second));
          const loaded = await inWorkspace(db, id, (tx) => loadFacts(tx));
          for (const kind of Object.keys(noFacts) as (keyof typeof noFacts)[])
            expect(loaded[kind]).toEqual([...first[kind], ...second[kind]]);
        }),
        { numRuns: 60 },
      );
    });

    it("gives back facts the schemas accept", async () => {
      await fc.assert(
        fc.asyncProperty(anyFacts, async (facts) => {
          const id = await workspace();
          await inWorkspace(db, id, (tx) => appendFacts(tx, facts));
          const loaded = await inWorkspace(db, id, (tx) => loadFacts(tx));
          for (const fact of Object.values(loaded).flat()) expect(Fact.parse(fact)).toEqual(fact);
        }),
        { numRuns: 20 },
      );
    });

    it("gives back the facts of some accounts, with every merge, split, rate and what is about the workspace", async () => {
      await fc.assert(
        fc.asyncProperty(anyFacts, async (facts) => {
          const id = await workspace();
          await inWorkspace(db, id, (tx) => appendFacts(tx, facts));
          const accountIds = [...new Set(facts.lines.slice(0, 2).map((line) => line.accountId))];
          const of = <F extends { accountId: string }>(some: readonly F[]) =>
            some.filter((fact) => accountIds.some((accountId) => accountId === fact.accountId));
          expect(await inWorkspace(db, id, (tx) => loadFacts(tx, { accountIds }))).toEqual({
            ...facts,
            accounts: of(facts.accounts),
            attributes: of(facts.attributes),
            lines: of(facts.lines),
            journal: facts.journal.filter(
              (fact) => fact.accountId === null || of([{ accountId: fact.accountId }]).length > 0,
            ),
            usage: of(facts.usage),
          });
        }),
        { numRuns: 20 },
      );
    });

    it("gives back what is on record of some accounts, without what is about the workspace where that is not asked for", async () => {
      const [{ journal, usage }] = fc.sample(
        anyFacts.filter(({ journal: all }) => new Set(all.map((fact) => fact.accountId === null)).size === 2),
        1,
      ) as [FactSet];
      const id = await workspace();
      await inWorkspace(db, id, (tx) => appendFacts(tx, { journal, usage }));
      const accountIds = journal.flatMap(({ accountId }) => accountId ?? []).slice(0, 1);
      const of = (accountId: string | null) => accountIds.some((one) => one === accountId);
      const load = (house: boolean) =>
        inWorkspace(db, id, (tx) => loadRecordFacts(tx, { accountIds, house }));
      const own = journal.filter(({ accountId }) => of(accountId));
      expect(await load(false)).toEqual({
        journal: own,
        usage: usage.filter(({ accountId }) => of(accountId)),
      });
      expect((await load(true)).journal).toEqual(
        journal.filter(({ accountId }) => accountId === null || of(accountId)),
      );
    });

    it("holds more facts than one statement carries", async () => {
      const id = await workspace();
      const [attribute] = fc.sample(
        anyFacts.filter((facts) => facts.attributes.length > 0),
        1,
      )[0]!.attributes;
      const attributes = Array.from({ length: 12_001 }, (_, n) => ({ ...attribute!, value: `value ${n}` }));
      await inWorkspace(db, id, (tx) => appendFacts(tx, { attributes }));
      expect((await inWorkspace(db, id, (tx) => loadFacts(tx))).attributes).toEqual(attributes);
    });

    it.each(["a\u0000b", "half \ud800", "\udc00 half"])("refuses text it cannot hold: %j", async (value) => {
      const id = await workspace();
      const [attribute] = fc.sample(
        anyFacts.filter((facts) => facts.attributes.length > 0),
        1,
      )[0]!.attributes;
      const appended = inWorkspace(db, id, (tx) =>
        appendFacts(tx, { attributes: [{ ...attribute!, value }] }),
      );
      await expect(appended).rejects.toThrow(Failure);
    });

    it("keeps a backslash before u0000 apart from the character NUL", async () => {
      const id = await workspace();
      const [attribute] = fc.sample(
        anyFacts.filter((facts) => facts.attributes.length > 0),
        1,
      )[0]!.attributes;
      const attributes = [{ ...attribute!, value: "\\u0000 \\\\u0000" }];
      await inWorkspace(db, id, (tx) => appendFacts(tx, { attributes }));
      expect((await inWorkspace(db, id, (tx) => loadFacts(tx))).attributes).toEqual(attributes);
    });
  });
});

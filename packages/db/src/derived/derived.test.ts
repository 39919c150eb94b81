import type { AccountId, Currency, Day, LineId, WorkspaceId } from "@termwise/core/kernel";
import { type AccountLedger, type Movement, movementKinds, movementReasons } from "@termwise/core/ledger";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anyDay, anyText } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import {
  type AccountQuery,
  createWorkspace,
  dumpDerived,
  findAccounts,
  inWorkspace,
  type ListedAccount,
  loadMovements,
  replaceAccounts,
  replaceMovements,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const amount = int64.filter((minor) => minor !== 0n);

const ledger = (accountId: AccountId): fc.Arbitrary<AccountLedger> =>
  fc.record({
    accountId: fc.constant(accountId),
    movements: fc
      .uniqueArray(
        fc.record<Movement>({
          accountId: fc.constant(accountId),
          on: anyDay,
          kind: fc.constantFrom(...movementKinds),
          currency: fc.constantFrom("EUR" as Currency, "USD" as Currency),
          amount,
          balance: int64,
          lifeBegan: anyDay,
          parts: fc.array(
            fc.record({
              reason: fc.constantFrom(...movementReasons),
              amount: fc.bigInt(),
              lineIds: fc.array(fc.constantFrom("line_a" as LineId, "line_b" as LineId), { maxLength: 3 }),
            }),
            { minLength: 1, maxLength: 3 },
          ),
          sourcedBy: fc.option(anyText, { nil: null }),
        }),
        { maxLength: 5, selector: (movement) => `${movement.on} ${movement.currency}` },
      )
      .map((movements) =>
        movements.sort((a, b) => (`${a.on} ${a.currency}` < `${b.on} ${b.currency}` ? -1 : 1)),
      ),
    dueOn: fc.array(anyDay, { maxLength: 3 }),
  });
const ids = Array.from({ length: 6 }, (_, n) => `acc_${n}` as AccountId);
const ledgers = fc
  .tuple(...ids.map((id) => fc.option(ledger(id), { nil: null })))
  .map((some) => some.filter((of) => of !== null));

const listed = (n: number, of: Partial<ListedAccount> = {}): ListedAccount => ({
  accountId: `acc_${n}` as AccountId,
  name: `Account ${n}`,
  domain: null,
  segment: null,
  tier: null,
  region: null,
  industry: null,
  csm: null,
  ae: null,
  am: null,
  currency: "USD",
  arr: BigInt(n) * 100n,
  since: "2024-01-01" as Day,
  lines: n,
  renewalOn: null,
  status: "customer",
  externalIds: [],
  ...of,
});

describe("derived state", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
    });
    beforeEach(async () => {
      workspace = (await createWorkspace(db, { name: "Test" })).id;
    });

    it("gives back every ledger as it was, sorted by account", async () => {
      await fc.assert(
        fc.asyncProperty(ledgers, ledgers, async (first, second) => {
          const loaded = await inWorkspace(db, workspace, async (tx) => {
            await replaceMovements(tx, "house", first.toReversed());
            await replaceMovements(tx, "other", second);
            return [await loadMovements(tx, "house"), await loadMovements(tx, "other")];
          });
          expect(loaded).toEqual([first, second]);
        }),
        { numRuns: 40 },
      );
    });

    it("is, after replacing some accounts, byte for byte what replacing all would give", async () => {
      await fc.assert(
        fc.asyncProperty(ledgers, ledgers, fc.subarray(ids), async (before, after, scope) => {
          const touched = (of: AccountLedger) => scope.includes(of.accountId);
          const mixed = [...before.filter((of) => !touched(of)), ...after.filter(touched)];
          const [step, rebuild] = await inWorkspace(db, workspace, async (tx) => {
            await replaceMovements(tx, "house", before);
            await replaceMovements(tx, "house", after.filter(touched), scope);
            const incremental = await dumpDerived(tx);
            await replaceMovements(tx, "house", mixed.toReversed());
            return [incremental, await dumpDerived(tx)];
          });
          expect(step).toBe(rebuild);
          expect(step?.split("\n").length).toBe(
            mixed.length + mixed.flatMap((of) => of.movements).length + 1,
          );
        }),
        { numRuns: 30 },
      );
    });

    it("refuses an amount beyond 64 bits instead of storing another", async () => {
      const [of] = fc.sample(
        ledger(ids[0]!).filter(({ movements }) => movements.length > 0),
        1,
      );
      const movements = of!.movements.map((movement) => ({ ...movement, balance: 2n ** 63n }));
      const replaced = inWorkspace(db, workspace, (tx) =>
        replaceMovements(tx, "house", [{ ...of!, movements }]),
      );
      await expect(replaced).rejects.toMatchObject({ code: "too_large" });
    });

    describe("lists accounts", () => {
      const names = async (query: AccountQuery) =>
        (await inWorkspace(db, workspace, (tx) => findAccounts(tx, query))).rows.map(({ name }) => name);
      beforeEach(async () => {
        await inWorkspace(db, workspace, (tx) =>
          replaceAccounts(tx, [
            listed(1, { name: "Müller AG", domain: "mueller.example", segment: "Mid" }),
            listed(2, { name: "apple works", segment: "SMB", csm: "Ann", arr: 10_000n }),
            listed(3, { name: "Zebra 100%", externalIds: ["0013A_X"], arr: 500n, status: "churned" }),
            listed(4, { name: "Émile", segment: "Mid", renewalOn: "2026-12-31" as Day }),
          ]),
        );
      });

      it("as they were given, by name without case or accents", async () => {
        const found = await inWorkspace(db, workspace, (tx) => findAccounts(tx));
        expect(found.rows.map(({ name }) => name)).toEqual([
          "apple works",
          "Émile",
          "Müller AG",
          "Zebra 100%",
        ]);
        const { externalIds, ...row } = listed(2, {
          name: "apple works",
          segment: "SMB",
          csm: "Ann",
          arr: 10_000n,
        });
        expect(found.rows[0]).toEqual(row);
        expect(found).toMatchObject({ total: 4, arr: 11_000n });
      });

      it.each([
        ["muller", ["Müller AG"]],
        ["MUELLER ag", ["Müller AG"]],
        ["0013a_x", ["Zebra 100%"]],
        ["100%", ["Zebra 100%"]],
        ["_", ["apple works", "Émile", "Müller AG", "Zebra 100%"]],
        ["'; drop table", []],
      ])("found by %j", async (search, expected) => {
        expect(await names({ search })).toEqual(expected);
      });

      it("narrowed by filters: and between them, or inside one, empty for no value", async () => {
        expect(await names({ filters: { segment: ["Mid", "SMB"], csm: [""] } })).toEqual([
          "Émile",
          "Müller AG",
        ]);
        expect(await names({ filters: { segment: [""] } })).toEqual(["Zebra 100%"]);
        expect(await names({ filters: { status: ["churned"] } })).toEqual(["Zebra 100%"]);
        expect(await names({ filters: { segment: [] } })).toEqual([]);
      });

      it("sorted by what is asked, unknown values last both ways, page by page", async () => {
        expect(await names({ sort: "arr", descending: true })).toEqual([
          "apple works",
          "Zebra 100%",
          "Émile",
          "Müller AG",
        ]);
        expect((await names({ sort: "renewalOn", descending: true }))[0]).toBe("Émile");
        expect((await names({ sort: "renewalOn" }))[0]).toBe("Émile");
        expect(await names({ pageSize: 3, page: 2 })).toEqual(["Zebra 100%"]);
      });

      it("with a total that is unknown when one of them is, never partial", async () => {
        await inWorkspace(db, workspace, (tx) =>
          replaceAccounts(tx, [listed(9, { name: "Y", arr: null })], [listed(9).accountId]),
        );
        expect(await inWorkspace(db, workspace, (tx) => findAccounts(tx))).toMatchObject({
          total: 5,
          arr: null,
        });
        expect(await inWorkspace(db, workspace, (tx) => findAccounts(tx, { search: "zebra" }))).toMatchObject(
          { arr: 500n },
        );
      });

      it("but not by columns off the list", async () => {
        const sort = "search; drop table" as "name";
        await expect(names({ sort })).rejects.toMatchObject({ code: "bad_input" });
        const filters = JSON.parse('{"name": ["x"]}');
        await expect(names({ filters })).rejects.toMatchObject({ code: "bad_input" });
        await expect(names({ pageSize: 10_000 })).rejects.toMatchObject({ code: "bad_input" });
      });
    });
  });
});

import { randomUUID } from "node:crypto";
import type { AccountId, Currency, LineId, WorkspaceId } from "@termwise/core/kernel";
import { type AccountLedger, type Movement, movementKinds, movementReasons } from "@termwise/core/ledger";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anyDay, anyText } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import { createWorkspace, dumpDerived, inWorkspace, loadMovements, replaceMovements } from "../index.ts";
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

describe("derived state", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
    });
    beforeEach(async () => {
      workspace = (await createWorkspace(db, { name: randomUUID() })).id;
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
  });
});

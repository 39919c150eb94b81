import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, addDays, day, epochDay } from "../kernel/index.ts";
import { UseColumns } from "./use-columns.ts";
import { dayRead } from "./use-series.ts";

const first = day("2026-11-01");
const sum = fc.oneof(fc.nat(50), fc.constantFrom(2 ** 32 - 2, 2 ** 32, 2 ** 40));
const account = fc.integer({ min: 0, max: 6 }).map((n) => AccountId.parse(`acc_${n}`));
const own = fc.tuple(account, fc.record({ activeUsers: sum, logins: sum, uses: sum, features: sum }));
const put = fc.record({
  back: fc.integer({ min: 0, max: 4 }),
  used: fc.uniqueArray(own, { maxLength: 6, selector: ([id]) => id }),
});

const putInto = (columns: UseColumns, { back, used }: typeof put extends fc.Arbitrary<infer P> ? P : never) =>
  columns.put({
    on: addDays(first, back),
    accountIds: used.map(([id]) => id),
    sums: used.flatMap(([, of]) => [of.activeUsers, of.logins, of.uses, of.features]),
  });

describe("the use of everybody as columns", () => {
  it("is what was put last on each day, of accounts that come and go, whatever the numbers", () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 12 }), (puts) => {
        const columns = new UseColumns();
        for (const one of puts) putInto(columns, one);
        const last = new Map(puts.map(({ back, used }) => [back, new Map(used)]));
        const view = columns.view({ from: addDays(first, 1), to: addDays(first, 3) });
        for (let n = 0; n <= 6; n++) {
          const id = AccountId.parse(`acc_${n}`);
          const expected = [1, 2, 3].flatMap((back) => {
            const of = last.get(back)?.get(id);
            return of ? [dayRead({ end: epochDay(first) + back, ...of })] : [];
          });
          expect(view.of(id)).toEqual(expected);
        }
      }),
    );
  });

  it("stays as it was when it was looked at, while days are put anew and forgotten", () => {
    const columns = new UseColumns();
    const id = AccountId.parse("acc_a");
    columns.put({ on: first, accountIds: [id], sums: [1, 2, 3, 4] });
    const before = columns.view({ from: first, to: first });
    columns.put({ on: first, accountIds: [id], sums: [9, 9, 9, 9] });
    columns.drop(first);
    const sums = { activeUsers: 1, logins: 2, uses: 3, features: 4 };
    expect(before.of(id)).toEqual([dayRead({ end: epochDay(first), ...sums })]);
    expect(columns.view({ from: first, to: first }).of(id)).toEqual([]);
  });
});

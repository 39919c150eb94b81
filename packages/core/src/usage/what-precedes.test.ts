import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, type Day, day } from "../kernel/index.ts";
import { type DailyUse, newUsers, usePreceding } from "./index.ts";

const renewal = (renewed: boolean, uses: Readonly<Record<string, number>>) => ({
  renewed,
  uses: new Map(Object.entries(uses)),
});
const times = <T>(n: number, of: T): T[] => Array.from({ length: n }, () => of);

describe("what use goes before renewals", () => {
  const renewals = [
    ...times(18, renewal(true, { Reports: 4 })),
    ...times(2, renewal(false, { Reports: 1 })),
    ...times(10, renewal(true, { Export: 2 })),
    ...times(10, renewal(false, {})),
  ];

  it("tells both shares with how many they are of, and the interval of their difference", () => {
    const [reports] = usePreceding(renewals, ["Export", "Reports"]);
    expect(reports).toEqual({
      feature: "Reports",
      with: { n: 20, renewed: 18, interval: { low: 0.699, high: 0.9721 } },
      without: { n: 20, renewed: 10, interval: { low: 0.2993, high: 0.7007 } },
      difference: { value: 0.4, interval: { low: 0.1159, high: 0.6133 } },
    });
  });

  it("asks for as many uses as the pattern says", () => {
    const [reports] = usePreceding(renewals, ["Reports"], { atLeast: 2 });
    expect([reports?.with.n, reports?.without.n]).toEqual([18, 22]);
  });

  it("has no difference where one side is empty, and puts such a feature last", () => {
    const told = usePreceding(renewals, ["Nothing", "Reports"]);
    expect(told.map(({ feature, difference }) => [feature, difference === null])).toEqual([
      ["Reports", false],
      ["Nothing", true],
    ]);
  });

  it("puts every renewal on one side, and the difference within its interval", () => {
    const any = fc.record({ renewed: fc.boolean(), uses: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (all) => {
        const [told] = usePreceding(
          all.map(({ renewed, uses }) => renewal(renewed, { A: uses })),
          ["A"],
        );
        expect(told!.with.n + told!.without.n).toBe(all.length);
        expect(told!.with.renewed + told!.without.renewed).toBe(all.filter((one) => one.renewed).length);
        const { difference } = told!;
        if (!difference) return;
        expect(difference.interval.low).toBeLessThanOrEqual(difference.value);
        expect(difference.interval.high).toBeGreaterThanOrEqual(difference.value);
      }),
    );
  });
});

describe("new users, read off single uses", () => {
  const use = (userId: string, on: Day, feature: string | null, activity: DailyUse["activity"] = "use") => ({
    accountId: AccountId.parse("acc_1"),
    userId,
    feature,
    activity,
    on,
    uses: 1,
  });

  it("S-78 begin with their first sign, a login too, and have done only what they worked with", () => {
    const uses = [
      use("a", day("2026-06-01"), null, "login"),
      use("a", day("2026-06-04"), "Import"),
      use("a", day("2026-06-02"), "Import"),
      use("old", day("2026-05-01"), "Import"),
      use("", day("2026-06-02"), "Import"),
      use("late", day("2026-07-01"), "Import"),
    ];
    expect(newUsers(uses, { from: day("2026-06-01"), to: day("2026-06-30") })).toEqual([
      { user: "acc_1 a", beganOn: "2026-06-01", did: [{ action: "Import", on: "2026-06-02" }] },
    ]);
  });
});

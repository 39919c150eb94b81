import { describe, expect, it } from "vitest";
import { closeAll, dealOf, draftOf, planOf, raviOn, shortLines } from "../worked-plans.ts";

describe("parts of a year", () => {
  it("S-31 an expansion quota pays by the year so far, and the true-up brings the parts to the year", () => {
    const plan = planOf({
      kind: "expansion_quota",
      id: "growth",
      name: "Growth",
      target: "500000",
      credit: { counts: ["expansion"], source: "credited_team", to: "source" },
      payout: {
        points: [
          { at: "0", pays: "0" },
          { at: "100", pays: "100" },
        ],
      },
    });
    const assignment = raviOn(plan, "20000000");
    const grown = (id: string, dollars: number, on: string, role = "csm") =>
      dealOf(id, dollars, on, { kind: "expansion", source: { name: "Ravi Menon", role } });
    const given = {
      assignment,
      deals: [
        grown("acme", 60_000, "2026-02-01"),
        grown("acme-seats", 15_000, "2026-02-02", "ae"),
        grown("globex", 40_000, "2026-08-01"),
      ],
    };
    const statements = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], given);
    // 60,000 of 50,000 by March: 120 %. By December 100,000 of 200,000: 50 % of the year's 20,000.
    expect(statements.map(shortLines)).toEqual([
      ["expansion_quota growth 600000"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 400000"],
      ["expansion_quota growth 0"],
    ]);
    const lone = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], {
      assignment,
      deals: given.deals.slice(0, 2),
    });
    expect(lone.map(shortLines).at(-1)).toEqual(["expansion_quota growth 0"]);
    const fast = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], {
      assignment: raviOn(
        planOf({
          ...plan.components[0],
          payout: {
            points: [
              { at: "50", pays: "0" },
              { at: "100", pays: "100" },
            ],
          },
        } as never),
        "20000000",
      ),
      deals: given.deals,
    });
    expect(fast.map(shortLines)).toEqual([
      ["expansion_quota growth 700000"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 0", "true_up growth -700000"],
    ]);
  });
  it("an annual target is split over the quarters so that they add up to it", () => {
    const payout = { points: [{ at: "100", pays: "100" }] };
    const plan = planOf({ kind: "book_nrr", id: "book", name: "Book", weight: "100", payout });
    const assignment = { ...raviOn(plan), targetPay: "1000001" };
    const book = [{ account: "acme", opening: "100", closing: "100", heldFrom: null }];
    const names = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    const books = Object.fromEntries(names.map((name) => [name, book]));
    const paid = closeAll(names, { assignment, books }).map(({ total }) => Number(total));
    expect(paid).toEqual([250001, 250000, 250000, 250000]);
  });
});

describe("a quota of a quarter", () => {
  it("is attained, and paid, quarter by quarter", () => {
    const payout = {
      points: [
        { at: "50", pays: "0" },
        { at: "100", pays: "100" },
      ],
    };
    const credit = { counts: ["new"] };
    const target = "1500000";
    const plan = planOf({
      kind: "expansion_quota",
      id: "new",
      name: "New",
      quotaPer: "quarter",
      target,
      credit,
      payout,
    });
    const given = {
      assignment: raviOn(plan, "25000000"),
      deals: [dealOf("acme", 200_000, "2026-02-01"), dealOf("globex", 250_000, "2026-05-01")],
    };
    expect(closeAll(["2026-Q1", "2026-Q2"], given).map(({ total }) => total)).toEqual(["900000", "1500000"]);
  });
});

describe("measures", () => {
  const plan = planOf(
    {
      kind: "book_nrr",
      id: "book",
      name: "Book",
      target: "500000",
      eligibility: { snapshot: "opening", minimumHoldDays: 30, graceDays: 60 },
      payout: {
        points: [
          { at: "100", pays: "0" },
          { at: "110", pays: "100" },
        ],
      },
    },
    { kind: "retention_bonus", id: "kept", name: "Customers kept", amount: "200000" },
  );
  const assignment = raviOn(plan);
  const held = (
    account: string,
    opening: string,
    closing: string,
    heldFrom: string | null = null,
    heldUntil: string | null = null,
  ) => ({ account, opening, closing, heldFrom, heldUntil }) as const;
  const of = (given: object) => shortLines(draftOf("2026-Q2", { assignment, ...given }).statement);

  it("pays by the NRR of the accounts that count", () => {
    const book = [
      held("acme", "100000", "106000"),
      held("late", "100000", "0", "2026-03-01"),
      held("gone", "100000", "0", null, "2026-04-20"),
      held("new", "100000", "0", "2026-04-02"),
    ];
    expect(of({ books: { "2026-Q2": book } })).toEqual(["book_nrr book 300000"]);
    const { trace } =
      draftOf("2026-Q2", { assignment, books: { "2026-Q2": book } } as never).statement.lines[0] ?? {};
    expect(trace?.creditRule).toBe(
      "1 of 4 accounts count; late: Taken over on 2026-03-01, within 60 days before 2026-04-01.; gone: Held for 19 days of the period, 30 are asked for.; new: Not held on 2026-04-01, the snapshot day.",
    );
  });
  it("pays by GRR or logo retention where the plan says so", () => {
    const by = (measure: string) => {
      const payout = {
        points: [
          { at: "0", pays: "0" },
          { at: "100", pays: "100" },
        ],
      };
      const other = raviOn(
        planOf({ kind: "book_nrr", id: "book", name: "Book", target: "100000", measure, payout }),
      );
      const book = [
        held("acme", "100000", "150000"),
        held("globex", "100000", "80000"),
        held("hooli", "100000", "0"),
      ];
      const { statement } = draftOf("2026-Q2", { assignment: other, books: { "2026-Q2": book } });
      return `${statement.total} ${statement.lines[0]?.trace.definition}`;
    };
    expect(by("nrr")).toBe("76667 nrr@1");
    expect(by("grr")).toBe("60000 grr@1");
    expect(by("logo-retention")).toBe("66667 logo-retention@1");
  });
  it("pays nothing, with the reason, where there is no NRR", () => {
    const { statement } = draftOf("2026-Q2", {
      assignment,
      books: { "2026-Q2": [] },
      renewals: { "2026-Q2": [] },
    });
    expect(statement.lines.map(({ amount, trace }) => `${amount} ${trace.arithmetic}`)).toEqual([
      "0 No account that counts has ARR at the opening, so there is no NRR: nothing is paid",
      "0 No account was closed in the quarter looked back at: nothing is paid",
    ]);
  });
  it("is reckoned anew for a closed period where it is told again, and else stays as it was", () => {
    const renewals = [{ account: "acme", first: "100", renewed: "100" }];
    const told = (closing: string) => ({
      books: { "2026-Q1": [held("acme", "100000", closing)] },
      renewals: { "2026-Q1": renewals },
    });
    const earlier = closeAll(["2026-Q1"], { assignment, ...told("106000") });
    expect(earlier.map(shortLines)).toEqual([["book_nrr book 300000", "retention_bonus kept 200000"]]);
    expect(of({ earlier })).toEqual([]);
    expect(of({ earlier, ...told("104000") })).toEqual(["adjustment book -100000"]);
    const lost = { renewals: { "2026-Q1": renewals.map((one) => ({ ...one, renewed: null })) } };
    expect(of({ earlier, ...lost })).toEqual(["adjustment kept -200000"]);
  });
  it("S-30 90 % exactly pays $2,000, 89.9 % pays nothing", () => {
    const renewals = (kept: number, all: number) =>
      Array.from({ length: all }, (_, n) => ({
        account: `a${n}`,
        first: "100",
        renewed: n < kept ? "100" : "99",
      }));
    expect(of({ renewals: { "2026-Q2": renewals(18, 20) } })).toEqual(["retention_bonus kept 200000"]);
    expect(of({ renewals: { "2026-Q2": renewals(899, 1000) } })).toEqual(["retention_bonus kept 0"]);
  });
});

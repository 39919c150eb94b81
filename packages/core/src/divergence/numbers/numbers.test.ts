import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainLine } from "../../facts/index.ts";
import { rational } from "../../kernel/index.ts";
import type { MetricTerm } from "../../retention/index.ts";
import { shareOut } from "./amounts.ts";
import { compareReported } from "./comparison.ts";
import { explanationOf } from "./explanation.ts";
import { type NumberCase, reportedOfPlain, sideOfPlain } from "./plain-number.ts";

const all2024 = { from: "2024-01-01", to: "2024-12-31" } as const;
const all2025 = { from: "2025-01-01", to: "2025-12-31" } as const;

/** 1,000,000 at the opening of 2025; one grows by 80,000, one shrinks by 30,000, one of 40,000 leaves, one is new. */
const lines: PlainLine[] = [
  { account: "stays", arr: "760000", from: "2024-01-01" },
  { account: "grows", arr: "100000", ...all2024 },
  { account: "grows", arr: "180000", ...all2025 },
  { account: "shrinks", arr: "100000", ...all2024 },
  { account: "shrinks", arr: "70000", ...all2025 },
  { account: "leaves", arr: "40000", from: "2024-01-01", to: "2025-05-31" },
  { account: "new", arr: "50000", from: "2025-03-01" },
];
const compare = (given: Omit<NumberCase, "lines" | "period">, of = lines) =>
  compareReported(reportedOfPlain({ ...given, period: "2025", lines: of }), sideOfPlain({ lines: of }));
const explain = (term: MetricTerm, value: string, of = lines) =>
  explanationOf(reportedOfPlain({ term, value, period: "2025", lines: of }), sideOfPlain({ lines: of }));

describe("a rate typed into a deck", () => {
  it("is held against ours of the same term and period", () => {
    expect(compare({ term: "nrr", value: "1.04" })).toMatchObject({
      theirs: "1.040000",
      ours: "1.010000",
      difference: "0.030000",
      agrees: false,
      list: null,
    });
  });
  it("agrees when it is ours, as far as the places it was written with go", () => {
    expect(compare({ term: "nrr", value: "1.01" })?.agrees).toBe(true);
    expect(compare({ term: "nrr", value: "1.014" })?.agrees).toBe(false);
  });
  it("D-5 that leaves contraction out is found, with the account that makes it so", () => {
    expect(explain("nrr", "1.04")).toMatchObject({
      best: { id: "contraction=out", gives: true, value: "1.040000" },
      effects: [{ name: "acc_shrinks", effect: "0.030000" }],
      explained: "0.030000",
      unexplained: "0.000000",
    });
  });
  it("that counts customers won in the period is found", () => {
    expect(explain("nrr", "1.06")).toMatchObject({
      best: { id: "new=in", gives: true },
      effects: [{ name: "acc_new", effect: "0.050000" }],
    });
  });
  it("that is GRR under the name of NRR is found", () => {
    expect(explain("nrr", "0.93")?.best).toMatchObject({ id: "term=grr", gives: true });
  });
  it("that makes two of these choices at once is found", () => {
    const back: PlainLine[] = [
      ...lines,
      { account: "back", arr: "15000", from: "2024-01-01", to: "2025-02-28" },
      { account: "back", arr: "15000", from: "2025-09-01" },
    ];
    // 1,015,000 at the opening, ours 1,010,000; with the win-back 1,025,000, and without contraction 1,055,000.
    const found = explain("nrr", "1.0394", back);
    expect(found?.best).toMatchObject({ id: "contraction=out winback=opening_cohort", gives: true });
    expect(found?.effects.map(({ name }) => name)).toEqual(["acc_shrinks", "acc_back"]);
  });
  it("that nothing explains keeps an unexplained rest, and says what comes nearest", () => {
    const found = explain("nrr", "1.20");
    expect(found?.best?.gives).toBe(false);
    expect(Number(found?.explained) + Number(found?.unexplained)).toBeCloseTo(0.19, 9);
  });
  it("of a period with nothing at its opening has no counterpart, and says so", () => {
    const given = { term: "nrr", value: "1.04", period: "2020", lines };
    expect(compareReported(reportedOfPlain(given), sideOfPlain({ lines }))).toMatchObject({
      ours: null,
      difference: null,
      reason: "There is nothing to divide by in 2020.",
    });
  });
  it("of a word that nothing computes is held against nothing", () => {
    expect(compare({ term: "happiness", value: "1.04" })).toBeNull();
  });
});

describe("a churn list from billing", () => {
  const churn: PlainLine[] = [
    ...lines,
    { account: "later", arr: "25000", from: "2024-01-01", to: "2026-01-31" },
    { account: "quiet", arr: "15000", from: "2024-01-01", to: "2025-09-30" },
  ];
  const list = [
    { account: "leaves", amount: "3600000", on: "2025-06-01" },
    { account: "later", amount: "2500000", on: "2025-12-31" },
    { account: "stays", amount: "100000" },
    { account: null, name: "Old Reseller", amount: "700000" },
  ];
  const found = compare({ term: "churned-arr", value: "7000000", list }, churn);
  it("is split by account, each with its cause", () => {
    expect(found?.list?.rows.map(({ name, cause, difference }) => [name, cause, difference])).toEqual([
      ["acc_later", "other_day", 2_500_000n],
      ["acc_quiet", "missing_there", -1_500_000n],
      ["Old Reseller", "not_matched", 700_000n],
      ["acc_leaves", "other_amount", -400_000n],
      ["acc_stays", "missing_here", 100_000n],
    ]);
  });
  it("adds up to the difference with what they report beyond their own list", () => {
    expect(found).toMatchObject({ theirs: "7000000", ours: "5500000", difference: "1500000" });
    expect(found?.list).toMatchObject({ listed: 6_900_000n, unlisted: 100_000n });
  });
  it("that names an account twice says so", () => {
    const twice = [
      { account: "leaves", amount: "4000000" },
      { account: "leaves", amount: "4000000" },
    ];
    expect(compare({ term: "churned-arr", value: "8000000", list: twice })?.list?.rows).toMatchObject([
      { cause: "listed_twice", difference: 4_000_000n },
    ]);
  });
  it("with a day other than ours is told of, though it makes no difference", () => {
    const moved = [{ account: "leaves", amount: "4000000", on: "2025-05-31" }];
    expect(compare({ term: "churned-arr", value: "4000000", list: moved })).toMatchObject({
      difference: "0",
      agrees: false,
      list: { rows: [{ cause: "other_day", theirDay: "2025-05-31", ourDay: "2025-06-01", difference: 0n }] },
    });
  });
  it("that is ours agrees", () => {
    const same = [{ account: "leaves", amount: "4000000", on: "2025-06-01" }];
    const answer = compare({ term: "churned-arr", value: "4000000", list: same });
    expect(answer).toMatchObject({ agrees: true, list: { rows: [], agreeing: 1, unlisted: 0n } });
  });
});

describe("whatever others report", () => {
  const someLines = fc.array(
    fc.record({
      account: fc.constantFrom("A", "B", "C", "D"),
      arr: fc.integer({ min: 1, max: 90_000 }).map(String),
      from: fc.constantFrom("2024-01-01", "2024-06-15", "2025-02-01", "2025-07-01"),
      to: fc.constantFrom("2025-01-31", "2025-06-30", "2025-12-31", "2026-06-30"),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const aLine = (line: PlainLine): PlainLine => ({
    ...line,
    to: line.to && line.to < line.from ? null : line.to,
  });
  const someList = fc.array(
    fc.record({
      account: fc.constantFrom("A", "B", "C", "D", null),
      amount: fc.integer({ min: 0, max: 9_000_000 }).map(String),
    }),
    { maxLength: 6 },
  );

  it("the rows of a list and what is beyond it come to the difference exactly", () => {
    const term = fc.constantFrom("arr", "churned-arr", "expansion-arr", "new-arr", "contraction-arr", "mrr");
    fc.assert(
      fc.property(
        someLines,
        someList,
        term,
        fc.integer({ min: 0, max: 9_000_000 }),
        (raw, list, of, value) => {
          const own = raw.map(aLine);
          const found = compare({ term: of, value: String(value), list }, own);
          if (!found?.list) return;
          const rows = found.list.rows.reduce((sum, row) => sum + row.difference, 0n);
          expect(rows + found.list.unlisted).toBe(BigInt(found.difference ?? "x"));
          expect(found.list.byCause.reduce((sum, cause) => sum + cause.difference, 0n)).toBe(rows);
        },
      ),
    );
  });

  it("what is explained, account by account, and what is not come to the difference exactly", () => {
    const term = fc.constantFrom<MetricTerm>("nrr", "grr", "logo-retention", "net-churn");
    const micro = (text: string | undefined) => BigInt((text ?? "x").replace(".", ""));
    fc.assert(
      fc.property(someLines, term, fc.integer({ min: 0, max: 200 }), (raw, of, percent) => {
        const own = raw.map(aLine);
        const value = (percent / 100).toFixed(2);
        const difference = compare({ term: of, value }, own)?.difference;
        const found = explain(of, value, own);
        if (found === null) return;
        expect(micro(found.explained) + micro(found.unexplained)).toBe(micro(difference ?? undefined));
        if (found.best === null) return;
        const effects = found.effects.reduce((sum, { effect }) => sum + micro(effect), 0n);
        expect(effects).toBe(micro(found.explained));
      }),
      { numRuns: 60 },
    );
  });

  it("whole units are shared out over exact parts to the last one", () => {
    const part = fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 1, max: 97 }));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: -2, max: 2 }),
        (raw, off) => {
          const parts = raw.map(([n, d]) => rational(BigInt(n), BigInt(d)));
          const whole = BigInt(Math.round(raw.reduce((sum, [n, d]) => sum + n / d, 0)) + off);
          const shares = shareOut(whole, parts);
          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(whole);
        },
      ),
    );
  });
});

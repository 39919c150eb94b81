import fc from "fast-check";
import type { AttributeFact, ContractLine, FactSet, FxRate } from "../src/facts/index.ts";
import type { Day } from "../src/kernel/index.ts";
import { instant, type Period } from "../src/kernel/index.ts";
import type { LedgerPolicy } from "../src/ledger/index.ts";
import {
  grrMethods,
  nrrMethods,
  RetentionPolicy,
  type Slice,
  winbackTreatments,
} from "../src/retention/index.ts";
import { account, attribute, line, merge, rate, split, usd } from "./build.ts";
import { dayOfNumber, numberOf } from "./day-numbers.ts";
import { recordsFrom } from "./records.ts";

const start = numberOf("2024-01-01" as Day);
/** The last day any movement of a world can fall on. */
export const horizon = numberOf("2027-06-30" as Day);
/** Runs of a property: 400 with every commit, each time other ones, 10,000 in depth. */
export const runs = process.env["TERMWISE_DEEP"] === "1" ? 10_000 : 400;

const on = (number: number): string => dayOfNumber(number);
const instants = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"].map(instant);
const prices = ["100", "0", "33.33", "0.000001", "1250.5", "7", "99999999.99", "12.345678"];
const usual = <T>(common: T, ...rare: T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(common) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

/** A day of a world, often a round one, so that things fall on one day, or a day apart, more often than by chance. */
const someDay = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: Math.ceil(min / 50), max: Math.floor(max / 50) }).map((n) => n * 50),
    fc.integer({ min: Math.ceil(min / 50), max: Math.floor(max / 50) }).map((n) => n * 50 - 1),
  );

const priced = fc.record({
  net: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("100", "40", "70", "33.33", "160") },
    { weight: 1, arbitrary: fc.constantFrom(...prices) },
  ),
  list: usual<string | null>(null, "120", "0", "50.05"),
  of: usual<"amount" | "unit" | "total">("amount", "unit", "total"),
  per: usual<"day" | "week" | "month" | "year">("year", "month", "week", "day"),
  every: usual(1, 2, 3, 6),
  quantity: usual("1", "3", "2.5", "10", "0"),
});

const step = fc.record({
  /** Days between the end of the line before and this one; negative overlaps it. */
  gap: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constantFrom(-200, -40, -10, -1, 1, 10, 29, 30, 31, 45, 89, 90, 91, 92, 130) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 140 }) },
  ),
  length: fc.oneof(fc.constantFrom(1, 28, 30, 31, 59, 90, 181, 364, 365), fc.integer({ min: 1, max: 300 })),
  open: usual(false, true),
  renews: fc.boolean(),
  product: usual("Platform", "Analytics", "Support"),
  lineKind: usual<ContractLine["lineKind"]>("recurring", "usage", "one_time"),
  currency: usual<number>(0, 1),
  noticeAhead: usual<number | null>(null, 0, 10, 60),
  price: priced,
  recorded: fc.constantFrom(...instants),
});

const history = fc.record({
  begins: someDay(0, 400),
  currencies: fc.constantFrom(["USD", "EUR"], ["USD", "USD"], ["EUR", "USD"], ["JPY", "USD"], ["KWD", "JPY"]),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function linesOf(account: string, { begins, currencies, steps }: History): ContractLine[] {
  let end = start + begins - 1;
  return steps.flatMap((s, index) => {
    const from = Math.max(start, index === 0 ? end + 1 : end + 1 + s.gap);
    if (from > horizon - 400) return [];
    const to = Math.min(from + s.length - 1, horizon - 400);
    const last = s.open && s.price.of !== "total" ? null : Math.max(to, from);
    end = last ?? from + s.length - 1;
    const said = line(`${account}${index}`, {
      ...s.price,
      account,
      from: on(from),
      to: last === null ? null : on(last),
      product: s.product,
      productKind: s.product === "Analytics" ? "add_on" : "core",
      lineKind: s.lineKind,
      currency: currencies[s.currency] ?? "USD",
      renews: s.renews && index > 0 ? `${account}${index - 1}` : null,
      notice: s.noticeAhead === null ? null : on((last ?? from + 100) - s.noticeAhead),
    });
    return [{ ...said, recordedAt: s.recorded }];
  });
}

const changes = fc.array(fc.record({ after: someDay(0, 800), value: fc.constantFrom("SMB", "Mid", null) }), {
  maxLength: 3,
});

function segmentsOf(
  account: string,
  of: readonly { after: number; value: string | null }[],
): AttributeFact[] {
  const byDay = new Map(of.map((c) => [c.after, c.value]));
  return [...byDay].map(([after, value]) => attribute(account, "segment", value, on(start + after)));
}

const fx: fc.Arbitrary<FxRate[]> = fc
  .array(
    fc.record({
      after: someDay(0, 850),
      pair: fc.nat({ max: 3 }),
      worth: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 6 },
  )
  .map((edits) => {
    const pairs = [
      ["EUR", "USD"],
      ["USD", "JPY"],
      ["KWD", "USD"],
      ["USD", "EUR"],
    ] as const;
    const known = new Map<string, FxRate>();
    const put = (pair: readonly [string, string], worth: string, from: string) => {
      const direction = [...pair].sort().join();
      if (![...known.keys()].includes(`${direction} ${from}`))
        known.set(`${direction} ${from}`, rate(...pair, worth, from));
    };
    put(["EUR", "USD"], "1.1", "2023-01-01");
    put(["USD", "JPY"], "150.25", "2023-01-01");
    put(["KWD", "USD"], "3.25", "2023-01-01");
    for (const e of edits)
      put(
        pairs[e.pair] ?? ["EUR", "USD"],
        (e.pair === 1 ? e.worth : e.worth / 100).toString(),
        on(start + e.after),
      );
    return [...known.values()];
  });

const names = ["A", "B", "C", "D"];

/** Who else a record may be: another record's double, or its subsidiary, or owner of a part of its lines. */
const relation = fc.record({
  kind: usual<"none" | "merge" | "parent" | "split">("none", "merge", "parent", "split"),
  to: fc.nat({ max: 2 }),
  when: fc.integer({ min: 0, max: 700 }),
});

/** A small company: up to four accounts with tangled contracts, segments that change, relations, dated rates and things on record. */
export const worlds: fc.Arbitrary<FactSet> = fc
  .record({
    accounts: fc.array(fc.tuple(history, changes, relation), { minLength: 1, maxLength: 4 }),
    fx,
    records: recordsFrom(start),
  })
  .map(({ accounts, fx, records }) => {
    const told = accounts.map(([h, c, relation], i) => {
      const name = names[i] ?? "Z";
      // Only towards an earlier record: a ring is nobody's world.
      return {
        name,
        lines: linesOf(name, h),
        segments: segmentsOf(name, c),
        relation,
        to: names[relation.to % Math.max(i, 1)] ?? "A",
      };
    });
    const related = (kind: string) => told.slice(1).filter((t) => t.relation.kind === kind);
    return {
      accounts: told.map((t) => account(t.name)),
      lines: told.flatMap((t) => t.lines),
      attributes: [
        ...told.flatMap((t) => t.segments),
        ...related("parent").map((t) =>
          attribute(t.name, "parent", `acc_${t.to}`, on(start + t.relation.when)),
        ),
      ],
      merges: related("merge").map((t) => merge(t.name, t.to)),
      splits: related("split").map((t) =>
        split(
          t.name,
          t.to,
          t.lines.slice(-1).map((l) => l.lineId.slice(5)),
        ),
      ),
      fxRates: fx,
      ...records,
    };
  });

/** Any way to read contracts. */
export const ledgerPolicies: fc.Arbitrary<LedgerPolicy> = fc.record({
  graceDays: usual(30, 0, 10, 90),
  churnOn: usual<LedgerPolicy["churnOn"]>("end", "notice", "end_plus_grace"),
  identity: usual<LedgerPolicy["identity"]>("account", "parent"),
  discount: usual<LedgerPolicy["discount"]>("net", "list"),
  usage: usual<LedgerPolicy["usage"]>("out", "in"),
  week: usual<LedgerPolicy["week"]>("52", "365/7"),
  winbackDays: usual(90, 0, 30, 365),
});

/** Every legal way to count retention at given rates. */
export function everyPolicy(fx: RetentionPolicy["fx"]): RetentionPolicy[] {
  const asked = winbackTreatments.flatMap((winback) =>
    nrrMethods.flatMap((nrrMethod) =>
      grrMethods.flatMap((grrMethod) =>
        (["opening", "due"] as const).map((logoDenominator) => ({
          winback,
          nrrMethod,
          grrMethod,
          logoDenominator,
          fx,
        })),
      ),
    ),
  );
  return asked.flatMap((one) => RetentionPolicy.safeParse(one).data ?? []);
}

/** Any legal way to count retention. */
export const retentionPolicies: fc.Arbitrary<RetentionPolicy> = usual<RetentionPolicy["fx"]>(
  "constant",
  "reported",
).chain((fx) => fc.constantFrom(...everyPolicy(fx)));

/** Any run of days: mostly inside the life of a world, sometimes before, after or a single day. */
export const periods: fc.Arbitrary<Period> = fc
  .tuple(someDay(-30, 800), fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 30, 365)))
  .map(([after, length]) => {
    const [from, to] = [
      dayOfNumber(start + after),
      dayOfNumber(Math.min(start + after + length - 1, horizon)),
    ];
    return { text: `${from}..${to}`, from, to };
  });

/** The whole book, or some segments of it; `""` is "no segment". */
export const slices: fc.Arbitrary<Slice> = usual<Slice>({}, { segment: ["SMB"] }, { segment: ["Mid", ""] });

/** The same world in whole dollars a year, in one currency: nothing in it is ever rounded. */
export function plain(facts: FactSet): FactSet {
  const whole = (net: string) => String(Math.ceil(Number(net)) % 100_000);
  return {
    ...facts,
    lines: facts.lines.map((l) => ({
      ...l,
      currency: usd,
      price: { of: "amount", net: whole(l.price.net), list: null, per: { unit: "year", count: 1 } },
    })),
  };
}

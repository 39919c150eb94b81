import { describe, expect, it } from "vitest";
import { type FactSet, noFacts, type QualityCheck } from "../facts/index.ts";
import { AccountId, type Currency, type Day, day, type Instant, instant, LineId } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOf } from "../ledger/index.ts";
import { feedOf } from "../people/index.ts";
import { bookOf } from "../retention/index.ts";
import { arrTouched, type BillingTotal, freshnessOf, lateFor, ledgerKinds, qualityOf } from "./index.ts";

const on = day("2026-11-20");
const recordedAt = instant("2026-11-01T00:00:00Z");
const stamp = (key: string, effectiveOn: string) => ({
  effectiveOn: day(effectiveOn),
  recordedAt,
  source: { system: "crm", key, file: null, line: null },
});
const id = (name: string) => AccountId.parse(`acc_${name}`);

const account = (name: string) => ({
  kind: "account" as const,
  accountId: id(name),
  externalIds: {},
  ...stamp(name, "2025-01-01"),
});
const attribute = (of: string, name: "name" | "domain" | "parent", value: string) => ({
  kind: "attribute" as const,
  accountId: id(of),
  attribute: name,
  value,
  ...stamp(`${of} ${name}`, "2025-01-01"),
});

interface PlainLine {
  readonly key: string;
  readonly of: string;
  readonly product?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly currency?: string;
  readonly autoRenew?: boolean | null;
  readonly renews?: string;
}

const line = ({
  key,
  of,
  product = "Core",
  from = "2026-01-01",
  to = "2026-12-31",
  currency = "USD",
  autoRenew = null,
  renews,
}: PlainLine) => ({
  kind: "line" as const,
  lineId: LineId.parse(`line_${key}`),
  accountId: id(of),
  product,
  productKind: "core" as const,
  lineKind: "recurring" as const,
  region: null,
  quantity: "1",
  price: { of: "amount" as const, net: "1200", list: null, per: { unit: "year" as const, count: 1 } },
  currency: currency as Currency,
  billing: null,
  startsOn: day(from),
  endsOn: to === null ? null : day(to),
  signedOn: null,
  noticeOn: null,
  autoRenew,
  renews: renews === undefined ? null : LineId.parse(`line_${renews}`),
  totalContractValue: null,
  payment: null,
  sourcedBy: null,
  withdrawn: false,
  ...stamp(key, from),
});

const usage = (of: string, last: string) => ({
  kind: "usage" as const,
  accountId: id(of),
  feature: null,
  activity: "use" as const,
  days: 1,
  users: 3,
  uses: null,
  activeDays: null,
  seats: null,
  ...stamp(`${of} ${last}`, last),
});

function subjectOf(facts: Partial<FactSet>, more: { on?: Day; billing?: BillingTotal[] } = {}) {
  const all = { ...noFacts, ...facts };
  return {
    on,
    facts: all,
    book: bookOf(all, movementsOf(all, houseLedgerPolicy), houseLedgerPolicy, "USD" as Currency),
    readings: feedOf(all.usage),
    sources: [],
    billing: [],
    tolerance: 50,
    ...more,
  };
}

const found = (check: QualityCheck, facts: Partial<FactSet>, more = {}) => {
  const [result] = qualityOf(subjectOf(facts, more), [check]);
  return { looked: result?.looked, what: result?.findings.map(({ key }) => key.replace(/acc_|line_/g, "")) };
};

const maple = { accounts: [account("maple")], lines: [line({ key: "L1", of: "maple" })] };

describe("a check of data quality", () => {
  it("finds nothing in data that is whole, and says of how much", () => {
    for (const { check, findings } of qualityOf(subjectOf(maple)))
      expect([check, findings]).toEqual([check, []]);
    expect(found("bridge_closes", maple)).toEqual({ looked: 1, what: [] });
  });

  it("finds a movement that does not lead from one balance to the next, to the minor unit", () => {
    const subject = subjectOf(maple);
    const [of] = subject.book.accounts;
    const movements = (of?.movements ?? []).map((movement) => ({
      ...movement,
      balance: movement.balance + 1n,
    }));
    const book = { ...subject.book, accounts: of ? [{ ...of, movements }] : [] };
    const [result] = qualityOf({ ...subject, book }, ["bridge_closes"]);
    expect(result?.findings).toMatchObject([
      { accountId: id("maple"), detail: "2026-01-01: 0.00 USD and 1200.00 USD do not make 1200.01 USD" },
    ]);
  });

  it("finds lines in a currency of which no rate is known on the day", () => {
    const yen = {
      accounts: [account("maple")],
      lines: [
        line({ key: "L1", of: "maple" }),
        line({ key: "L2", of: "maple", product: "Extra", currency: "JPY" }),
      ],
    };
    expect(found("missing_rate", yen)).toEqual({ looked: 2, what: ["L2"] });
    const rate = {
      kind: "fx_rate" as const,
      base: "JPY" as Currency,
      quote: "USD" as Currency,
      rate: "0.0066",
      ...stamp("r", "2026-11-20"),
    };
    expect(found("missing_rate", { ...yen, fxRates: [rate] }).what).toEqual([]);
    expect(found("missing_rate", { ...yen, fxRates: [rate] }, { on: day("2026-11-19") }).what).toEqual([
      "L2",
    ]);
    expect(arrTouched(subjectOf(yen), [{ accountId: id("maple") }])).toBeNull();
  });

  it("finds lines without an account, accounts without a line, and parents that are none", () => {
    const facts = {
      accounts: [account("maple"), account("oak")],
      attributes: [attribute("maple", "parent", id("gone")), attribute("oak", "name", "Oak")],
      lines: [line({ key: "L1", of: "maple" }), line({ key: "L2", of: "elm" })],
    };
    expect(found("orphans", facts)).toEqual({ looked: 4, what: ["line L2", "account oak", "parent maple"] });
    const merged = {
      kind: "merge" as const,
      accountId: id("oak"),
      intoId: id("maple"),
      ...stamp("m", "2026-01-01"),
    };
    expect(found("orphans", { ...facts, merges: [merged] }).what).toEqual(["line L2", "parent maple"]);
  });

  it("finds lines of one product that count together, but not one that renews the other", () => {
    const second = { key: "L2", of: "maple", from: "2026-11-01", to: "2027-10-31" };
    const both = { ...maple, lines: [line({ key: "L1", of: "maple" }), line(second)] };
    expect(found("overlapping_lines", both)).toEqual({ looked: 2, what: ["maple Core "] });
    expect(found("overlapping_lines", both, { on: day("2026-10-31") }).what).toEqual([]);
    expect(
      found("overlapping_lines", {
        ...maple,
        lines: [line({ key: "L1", of: "maple" }), line({ ...second, renews: "L1" })],
      }).what,
    ).toEqual([]);
  });

  it("finds lines without an end that do not renew themselves", () => {
    const lines = [
      line({ key: "L1", of: "maple", to: null }),
      line({ key: "L2", of: "maple", product: "Extra", to: null, autoRenew: true }),
      line({ key: "L3", of: "maple", product: "Old", from: "2024-01-01", to: "2024-12-31" }),
    ];
    expect(found("missing_renewal", { ...maple, lines })).toEqual({ looked: 2, what: ["L1"] });
  });

  it("finds domains of two customers, whatever their case, but not of one that was merged", () => {
    const facts = {
      ...maple,
      accounts: [account("maple"), account("oak")],
      attributes: [
        attribute("maple", "domain", "www.Maple.example"),
        attribute("oak", "domain", "maple.example "),
      ],
    };
    expect(found("duplicate_domains", facts)).toEqual({
      looked: 2,
      what: ["maple.example maple", "maple.example oak"],
    });
    const merged = {
      kind: "merge" as const,
      accountId: id("oak"),
      intoId: id("maple"),
      ...stamp("m", "2026-01-01"),
    };
    expect(found("duplicate_domains", { ...facts, merges: [merged] }).what).toEqual([]);
  });

  it("finds paying customers without a reading of usage for more than seven days, once any come", () => {
    const two = {
      accounts: [account("maple"), account("oak")],
      lines: [line({ key: "L1", of: "maple" }), line({ key: "L2", of: "oak" })],
    };
    expect(found("usage_gap", two)).toEqual({ looked: 0, what: [] });
    expect(found("usage_gap", { ...two, usage: [usage("maple", "2026-11-13")] })).toEqual({
      looked: 2,
      what: ["oak"],
    });
    expect(
      found("usage_gap", { ...two, usage: [usage("maple", "2026-11-12"), usage("oak", "2026-11-20")] }).what,
    ).toEqual(["maple"]);
  });

  it("finds a billing total beyond the tolerance, with the accounts that differ", () => {
    const total = (theirs: bigint, accounts: BillingTotal["accounts"] = []): BillingTotal => ({
      entryId: "ent_1",
      system: "Billing",
      period: "2026-10",
      theirs,
      ours: 120_000n,
      reason: null,
      accounts,
    });
    expect(found("billing_total", maple, { billing: [total(120_600n)] })).toEqual({ looked: 1, what: [] });
    expect(found("billing_total", maple, { billing: [total(120_601n)] }).what).toEqual(["ent_1"]);
    const one = { accountId: id("maple"), name: "Maple", theirs: null, ours: 120_000n };
    const [result] = qualityOf(subjectOf(maple, { billing: [total(0n, [one])] }), ["billing_total"]);
    expect(result?.findings.map(({ detail }) => detail)).toEqual([
      "0.00 USD there, 1200.00 USD here: -1200.00 USD apart",
      "2026-10: Billing does not have it, here 1200.00 USD",
    ]);
    const unknown = { ...total(1n), ours: null, reason: "No rate" };
    expect(found("billing_total", maple, { billing: [unknown] }).what).toEqual(["ent_1"]);
  });

  it("counts the ARR of each customer concerned once", () => {
    const twice = [{ accountId: id("maple") }, { accountId: id("maple") }, { accountId: null }];
    expect(arrTouched(subjectOf(maple), twice)).toBe(120_000n);
    expect(arrTouched(subjectOf(maple), [{ accountId: null }])).toBeNull();

    const { book, ...subject } = subjectOf(maple);
    if (book === null) throw new Error("no book");
    const broken = () => () => {
      throw new RangeError("no missing rate");
    };
    const rates = { ...book.rates, on: broken };
    expect(() => arrTouched({ ...subject, book: { ...book, rates } }, twice)).toThrow("no missing rate");
  });
});

describe("the freshness of a source (UX-09)", () => {
  const now = instant("2026-11-20T12:00:00Z");
  const since = instant("2026-11-01T00:00:00Z");
  const ago = (minutes: number): Instant =>
    instant(new Date(Date.parse(now) - minutes * 60_000).toISOString());
  const source = { name: "Billing", system: "Billing", brings: [], expectedMinutes: 60, paused: false };
  const late = (lastAt: Instant | null, more: Partial<typeof source> | { expectedMinutes: null } = {}) =>
    freshnessOf({ ...source, ...more }, { since, lastAt }, now).late;

  it("is late once nothing came for longer than expected, paused or not, and never when nothing is expected", () => {
    expect([late(ago(60)), late(ago(61)), late(ago(61), { paused: true })]).toEqual([false, true, true]);
    expect([late(null), late(ago(99_999), { expectedMinutes: null })]).toEqual([true, false]);
    expect(freshnessOf(source, { since: ago(30), lastAt: null }, now)).toMatchObject({
      late: false,
      ageMinutes: null,
    });
  });

  it("is never less than nothing when a clock was set back", () => {
    expect(freshnessOf(source, { since, lastAt: instant("2026-11-20T13:00:00Z") }, now)).toMatchObject({
      ageMinutes: 0,
      late: false,
    });
  });

  it("touches the figures that are made of what the source brings", () => {
    const of = (brings: ("usage" | "contract_lines")[]) =>
      lateFor([freshnessOf({ ...source, brings }, { since, lastAt: null }, now)], ledgerKinds).length;
    expect([of(["usage"]), of(["contract_lines"]), of([])]).toEqual([0, 1, 1]);
  });
});

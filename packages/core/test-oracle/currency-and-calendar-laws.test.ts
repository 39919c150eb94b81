import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { factsKnownAt } from "../src/facts/index.ts";
import { addDays, Currency, type Day, instant, type Period, parsePeriod } from "../src/kernel/index.ts";
import { houseLedgerPolicy } from "../src/ledger/index.ts";
import { bridgeOf, houseRetentionPolicy, ratesTowards, windowOf } from "../src/retention/index.ts";
import { facts as factsOf, line, rate, usd } from "./build.ts";
import { dayOfNumber, monthAround, numberOf } from "./day-numbers.ts";
import { bookIn, dump, holds, steps } from "./reading.ts";
import { ledgerPolicies, periods, retentionPolicies, slices, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  policy: retentionPolicies,
  period: periods,
  slice: slices,
});

describe("18. currencies", () => {
  it("have no FX effect at constant rates", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      const window = windowOf(bookIn(facts, ledger), period, { ...policy, fx: "constant" }, slice);
      expect(steps(window)["fx"]).toBe(0n);
      for (const w of window.accounts)
        expect([w.bridge.fx, w.flows.fx, w.cohort?.fx ?? 0n]).toEqual([0n, 0n, 0n]);
    });
  });

  it("are converted within half a minor unit, from and to any number of decimals", () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom("EUR", "JPY", "KWD"),
      fc.constantFrom("USD", "JPY", "KWD"),
      fc.boolean(),
    );
    holds(amounts, ([minor, micro, from, to, inverse]) => {
      if (from === to) return;
      const worth = (micro / 1000).toFixed(3);
      const known = inverse ? rate(to, from, worth, "2024-01-01") : rate(from, to, worth, "2024-01-01");
      const convert = ratesTowards(Currency.parse(to), [known]).on("2024-06-30" as Day);
      const got = convert(minor, Currency.parse(from));
      const digits = (code: string) => ({ JPY: 0n, KWD: 3n })[code] ?? 2n;
      // got / 10^to against minor / 10^from * worth (or / worth), all in whole numbers.
      const [n, d] = inverse ? [1000n, BigInt(micro)] : [BigInt(micro), 1000n];
      const left = got * d * 10n ** digits(from);
      const right = minor * n * 10n ** digits(to);
      const apart = left > right ? left - right : right - left;
      expect(2n * apart <= d * 10n ** digits(from)).toBe(true);
    });
  });

  it("know the rates of their own day: what comes later, or is told later, moves nothing", () => {
    const asOf = instant("2026-04-01T00:00:00Z");
    holds(cases, ({ facts, ledger, policy, period }) => {
      const then = dump(facts, asOf, ledger, policy, period);
      const later = rate("EUR", "USD", "9", addDays(period.to, 1));
      const told = { ...rate("EUR", "USD", "9", period.from), recordedAt: instant("2026-05-01T00:00:00Z") };
      const same = facts.fxRates.filter((r) => r.effectiveOn !== later.effectiveOn);
      expect(dump({ ...facts, fxRates: [...facts.fxRates, told] }, asOf, ledger, policy, period)).toBe(then);
      if (same.length === facts.fxRates.length)
        expect(dump({ ...facts, fxRates: [...same, later] }, asOf, ledger, policy, period)).toBe(then);
    });
  });

  it("at reported rates move ARR only by rates: closing less opening is flows and FX", () => {
    holds(cases, ({ facts, ledger, policy, period }) => {
      const book = bookIn(factsKnownAt(facts, null), ledger);
      const quiet = windowOf(book, { ...period, from: period.to }, { ...policy, fx: "reported" });
      for (const w of quiet.accounts)
        if (w.moved.length === 0) expect(w.flows.fx).toBe(w.held.closing - w.held.opening);
      const dollars = quiet.accounts.filter((w) => w.account.movements.every((m) => m.currency === usd));
      for (const w of dollars) expect(w.flows.fx).toBe(0n);
    });
  });
});

describe("19. calendar", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });
  const starts = fc.record({
    day: fc.integer({ min: numberOf("2023-01-01" as Day), max: numberOf("2028-12-31" as Day) }),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    zone: fc.constantFrom("UTC", "America/New_York", "Pacific/Kiritimati", "America/St_Johns"),
  });
  const newIn = (period: Period, on: string) =>
    bridgeOf(
      windowOf(
        bookIn(factsOf([line("1", { net: "1", from: on })]), houseLedgerPolicy),
        period,
        houseRetentionPolicy,
      ),
    ).steps[0]?.amount;

  it("what happens on the last day of a month, quarter or fiscal year belongs to it, wherever the server stands", () => {
    holds(starts, ({ day, fiscalYearStart, zone }) => {
      process.env["TZ"] = zone;
      const { last } = monthAround(day);
      const month = dayOfNumber(last).slice(0, 7);
      const inMonth = parsePeriod(month);
      expect([inMonth.from, inMonth.to]).toEqual([dayOfNumber(monthAround(day).first), dayOfNumber(last)]);
      expect(newIn(inMonth, dayOfNumber(last))).toBe(100n);
      expect(newIn(inMonth, dayOfNumber(last + 1))).toBe(0n);
      const at = new Date(last * 86_400_000);
      const [year, index] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
      const named = fiscalYearStart > 1 && index >= fiscalYearStart ? year + 1 : year;
      const quarter = Math.floor(((index - fiscalYearStart + 12) % 12) / 3) + 1;
      for (const text of [`FY${named}`, `${named}-Q${quarter}`]) {
        const period = parsePeriod(text, { fiscalYearStart });
        expect(newIn(period, dayOfNumber(last))).toBe(100n);
        expect(newIn(period, period.to)).toBe(100n);
        expect(newIn(period, period.from)).toBe(100n);
        expect(newIn(period, addDays(period.to, 1))).toBe(0n);
      }
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactSet, factsKnownAt } from "../src/facts/index.ts";
import { type Day, instant, LineId } from "../src/kernel/index.ts";
import { houseLedgerPolicy, movementsOf } from "../src/ledger/index.ts";
import { facts as factsOf, line, merge, split } from "./build.ts";
import { numberOf } from "./day-numbers.ts";
import { dump, holds } from "./reading.ts";
import { dayOf, replay } from "./replay.ts";
import { horizon, ledgerPolicies, periods, plain, retentionPolicies, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  policy: retentionPolicies,
  period: periods,
});
const joined = (a: FactSet, b: FactSet): FactSet => ({
  accounts: [...a.accounts, ...b.accounts],
  attributes: [...a.attributes, ...b.attributes],
  merges: [...a.merges, ...b.merges],
  splits: [...a.splits, ...b.splits],
  lines: [...a.lines, ...b.lines],
  fxRates: [...a.fxRates, ...b.fxRates],
  journal: [...a.journal, ...b.journal],
  usage: [...a.usage, ...b.usage],
});

/** The facts in another order, by some seed. */
function shuffled(facts: FactSet, seed: number): FactSet {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const mixed = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    return items.flatMap(() => rest.splice(next(rest.length), 1));
  };
  return {
    accounts: mixed(facts.accounts),
    attributes: mixed(facts.attributes),
    merges: mixed(facts.merges),
    splits: mixed(facts.splits),
    lines: mixed(facts.lines),
    fxRates: mixed(facts.fxRates),
    journal: mixed(facts.journal),
    usage: mixed(facts.usage),
  };
}

/** The facts as corrected on another day: the same keys, other contents. */
function corrected(facts: FactSet, on: string): FactSet {
  const recordedAt = instant(on);
  return {
    ...facts,
    lines: facts.lines.map((l) => ({ ...l, quantity: "9", product: "Corrected", recordedAt })),
    attributes: facts.attributes.map((a) => ({
      ...a,
      value: a.attribute === "parent" ? a.value : "Other",
      recordedAt,
    })),
    fxRates: facts.fxRates.map((r) => ({ ...r, rate: "2", recordedAt })),
    merges: facts.merges.map((m) => ({ ...m, recordedAt })),
    splits: facts.splits.map((s) => ({ ...s, recordedAt })),
    journal: facts.journal.map((j) => ({ ...j, by: "Corrected", recordedAt })),
    usage: facts.usage.map((u) => ({ ...u, users: 9, recordedAt })),
  };
}

describe("facts", () => {
  it("11. make movements that only go where an account stands: 0 to new once, up, down, to 0 and back", () => {
    holds(cases, ({ facts, ledger }) => {
      for (const { movements } of movementsOf(factsKnownAt(facts, null), ledger)) {
        const balances = new Map<string, bigint>();
        let [ever, today, begun] = [false, "", ""];
        let before = 0;
        for (const [index, m] of movements.entries()) {
          if (m.on !== today) before = [...balances.values()].filter((b) => b > 0n).length;
          expect(m.on >= today).toBe(true);
          today = m.on;
          expect(m.amount).not.toBe(0n);
          expect((balances.get(m.currency) ?? 0n) + m.amount).toBe(m.balance);
          expect(m.balance >= 0n).toBe(true);
          balances.set(m.currency, m.balance);
          const sameDay = movements.filter((other) => other.on === m.on);
          const after = new Map([...balances, ...sameDay.map((o) => [o.currency, o.balance] as const)]);
          const stays = [...after.values()].some((b) => b > 0n);
          const expected =
            before === 0
              ? ever
                ? "reactivation"
                : "new"
              : !stays
                ? "churn"
                : m.amount > 0n
                  ? "expansion"
                  : "contraction";
          expect(m.kind).toBe(expected);
          expect(m.lifeBegan >= begun && m.lifeBegan <= m.on).toBe(true);
          if (movements[index + 1]?.on !== m.on) [ever, begun] = [true, m.lifeBegan];
        }
      }
    });
  });

  it("have parts with reasons and lines that add up to each movement", () => {
    holds(cases, ({ facts, ledger }) => {
      for (const { movements } of movementsOf(factsKnownAt(facts, null), ledger))
        for (const { amount, parts, kind } of movements) {
          expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
          expect(new Set(parts.map((part) => part.reason)).size).toBe(parts.length);
          for (const part of parts)
            expect([part.amount !== 0n, part.lineIds.length > 0]).toEqual([true, true]);
          const whole = { new: "start", reactivation: "start", churn: "end" }[kind as string];
          if (whole) expect(parts.map((part) => part.reason)).toEqual([whole]);
          else expect(parts.some((part) => part.reason === "start" || part.reason === "end")).toBe(false);
        }
    });
  });

  it("12. give the same bytes in any order", () => {
    holds(fc.tuple(cases, fc.nat()), ([{ facts, ledger, policy, period }, seed]) => {
      const twice = joined(facts, corrected(facts, "2026-06-01T00:00:00Z"));
      expect(dump(shuffled(twice, seed), null, ledger, policy, period)).toBe(
        dump(twice, null, ledger, policy, period),
      );
    });
  });

  it("13. count once however often they are told", () => {
    holds(cases, ({ facts, ledger, policy, period }) => {
      expect(dump(joined(facts, facts), null, ledger, policy, period)).toBe(
        dump(facts, null, ledger, policy, period),
      );
    });
  });

  it("14. told later change nothing that was known before", () => {
    const asOf = instant("2026-04-01T00:00:00Z");
    holds(cases, ({ facts, ledger, policy, period }) => {
      const then = dump(facts, asOf, ledger, policy, period);
      const more = joined(facts, corrected(facts, "2026-04-01T00:00:00.001Z"));
      expect(dump(more, asOf, ledger, policy, period)).toBe(then);
    });
  });

  it("16. taken back leave nothing, in any figure", () => {
    holds(fc.tuple(cases, fc.nat()), ([{ facts, ledger, policy, period }, pick]) => {
      const some = facts.lines[pick % Math.max(facts.lines.length, 1)];
      if (!some) return;
      const extra = {
        ...some,
        lineId: LineId.parse("line_extra"),
        renews: some.lineId,
        source: { ...some.source, key: "extra" },
      };
      const back = { ...extra, withdrawn: true, recordedAt: instant("2026-06-01T00:00:00Z") };
      const posted = joined(facts, factsOf([extra, back]));
      expect(dump(posted, null, ledger, policy, period)).toBe(dump(facts, null, ledger, policy, period));
    });
  });

  it("17. of any size are added exactly", () => {
    const huge = fc.bigInt({ min: 10n ** 12n, max: 10n ** 15n - 1n });
    const one = fc.tuple(huge, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 999_999 }));
    holds(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
      const lines = all.map(([units, cents, quantity], i) =>
        line(`${i}`, {
          of: "unit",
          net: `${units}.${String(cents).padStart(2, "0")}`,
          quantity: String(quantity),
          per: "month",
          from: "2024-01-01",
          product: `P${i}`,
        }),
      );
      const [ledger] = movementsOf(factsOf(lines), houseLedgerPolicy);
      const exact = all.reduce(
        (sum, [units, cents, quantity]) => sum + (units * 100n + BigInt(cents)) * BigInt(quantity) * 12n,
        0n,
      );
      expect(ledger?.movements.map((m) => m.balance)).toEqual([exact]);
    });
  });

  it("20. that join or part records move no ARR on any day and add no churn and no new", () => {
    holds(fc.record({ facts: worlds, ledger: ledgerPolicies }), ({ facts, ledger }) => {
      // Without grace: joined records share one history, and a gap between them would be a late renewal.
      const policy = { ...ledger, graceDays: 0, churnOn: "end" } as const;
      const apart = { ...plain(facts), merges: [], splits: [] };
      const some = apart.lines.filter((l) => l.accountId === "acc_A").slice(0, 1);
      const ids = some.map((l) => l.lineId.slice(5));
      const together = {
        ...apart,
        merges: [merge("B", "A"), merge("C", "A")],
        splits: ids.length > 0 ? [split("A", "S", ids)] : [],
      };
      // A line of one record may name a line of another only once they are joined.
      const lines = apart.lines.map((l) => ({ ...l, renews: null }));
      const [before, after] = [apart, together].map((w) => replay({ ...w, lines }, policy, horizon));
      const total = (all: typeof before, day: number) =>
        (all ?? []).reduce((sum, r) => sum + (dayOf(r, day).held.get("USD") ?? 0n), 0n);
      const movements = (w: FactSet) => movementsOf({ ...w, lines }, policy).flatMap((l) => l.movements);
      const days = (w: FactSet) => [...new Set(movements(w).map((m) => m.on))];
      const sum = (w: FactSet, day: Day) =>
        movements(w).reduce((all, m) => (m.on <= day ? all + m.amount : all), 0n);
      for (const day of days(apart)) {
        expect(sum(together, day)).toBe(sum(apart, day));
        expect(total(after, numberOf(day))).toBe(total(before, numberOf(day)));
      }
      // Joined records move only on days their parts moved; lines of one record may net before it is parted.
      const merged = days({ ...together, splits: [] });
      expect(merged.filter((day) => !days(apart).includes(day))).toEqual([]);
    });
  });

  it("20. that join records lose no ARR of any day, and no record loses a renewal that came within the grace", () => {
    holds(fc.record({ facts: worlds, ledger: ledgerPolicies }), ({ facts, ledger }) => {
      const policy = { ...ledger, churnOn: "end", identity: "account" } as const;
      const lines = plain(facts).lines.map((l) => ({ ...l, renews: null }));
      const apart = { ...plain(facts), lines, merges: [], splits: [] };
      const together = { ...apart, merges: [merge("B", "A"), merge("C", "A")] };
      const movements = (w: FactSet) => movementsOf(w, policy).flatMap((l) => l.movements);
      const [before, after] = [movements(apart), movements(together)];
      const sum = (all: typeof before, day: Day) =>
        all.reduce((total, m) => (m.on <= day ? total + m.amount : total), 0n);
      for (const { on } of [...before, ...after]) expect(sum(after, on) >= sum(before, on)).toBe(true);
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsKnownAt } from "../src/facts/index.ts";
import { Figure } from "../src/glossary/index.ts";
import { addDays, decimalText, opensOn, rational } from "../src/kernel/index.ts";
import {
  cohortBridgeOf,
  contributorsOf,
  figureOf,
  grrMethods,
  moversOf,
  nrrMethods,
  RetentionPolicy,
  windowOf,
} from "../src/retention/index.ts";
import { line } from "./build.ts";
import { bookIn, holds, sums, terms } from "./reading.ts";
import { ledgerPolicies, periods, plain, retentionPolicies, slices, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  policy: retentionPolicies,
  period: periods,
  slice: slices,
});
const context = (id: (typeof terms)[number]) => ({
  term: { id, name: id, version: 1 },
  recorded: null,
  freshAt: null,
});

describe("GRR and NRR", () => {
  it("6. GRR is never above NRR nor above 100 %, of a book or of one account, under any legal policy", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      if (policy.grrMethod === "whole_book_min") return;
      const window = windowOf(bookIn(facts, ledger), period, policy, slice);
      const net = contributorsOf(window, "nrr");
      const netOf = new Map(net.map((row) => [row.accountId, row.numerator]));
      for (const { accountId, numerator, denominator } of contributorsOf(window, "grr")) {
        expect(numerator <= (netOf.get(accountId) ?? 0n)).toBe(true);
        expect(numerator <= (denominator ?? 0n)).toBe(true);
        if (policy.grrMethod === "per_customer_min" || policy.grrMethod === "running_floor")
          expect(numerator >= 0n).toBe(true);
      }
      const { numerator } = sums(window, "grr");
      const { denominator, notes } = figureOf(window, context("grr"));
      expect(notes.some((note) => note.startsWith("Below 0 %"))).toBe(numerator < 0n && denominator !== null);
    });
  });

  it.each(nrrMethods.flatMap((nrr) => grrMethods.map((grr) => [nrr, grr] as const)))(
    "6. %s with %s is a policy only where GRR cannot pass NRR",
    (nrrMethod, grrMethod) => {
      const legal =
        grrMethod === "whole_book_min" || (nrrMethod === "all_movements") === (grrMethod === "all_losses");
      expect(RetentionPolicy.safeParse({ nrrMethod, grrMethod }).success).toBe(legal);
    },
  );

  it("7. an empty base gives no value but a reason, and every other figure follows from its parts", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      const window = windowOf(bookIn(facts, ledger), period, policy, slice);
      for (const term of terms) {
        const figure = Figure.parse(figureOf(window, context(term)));
        const { numerator, denominator } = sums(window, term);
        if (denominator === 0n) {
          expect(figure).toMatchObject({ value: null, numerator: null, denominator: null });
          expect(figure.reason).toMatch(/^No .*\d{4}-\d{2}-\d{2}/);
        } else {
          const exact =
            denominator === null ? String(numerator) : decimalText(rational(numerator, denominator), 6);
          expect(figure).toMatchObject({ value: exact, reason: null, numerator: String(numerator) });
        }
        expect(JSON.stringify(figure)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }
    });
  });

  it("the contributors of every metric add up to it exactly", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      const window = windowOf(bookIn(facts, ledger), period, policy, slice);
      for (const term of terms) {
        const rows = contributorsOf(window, term);
        const of = (read: "numerator" | "denominator") =>
          rows.reduce((sum, row) => sum + (row[read] ?? 0n), 0n);
        expect([term, of("numerator"), of("denominator")]).toEqual([
          term,
          sums(window, term).numerator,
          sums(window, term).denominator ?? 0n,
        ]);
        expect(new Set(rows.map((row) => row.accountId)).size).toBe(rows.length);
      }
    });
  });

  it("what moved NRR is all of its change, but for win-backs of the cohort and rates", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      const window = windowOf(bookIn(facts, ledger), period, policy, slice);
      const { rows, amount } = moversOf(window, Number.POSITIVE_INFINITY);
      const bridge = cohortBridgeOf(window);
      const apart = policy.nrrMethod === "all_movements" ? ["fx"] : ["winback", "fx"];
      const rest = bridge.steps.reduce(
        (sum, step) => (apart.includes(step.kind) ? sum + step.amount : sum),
        0n,
      );
      expect(rows.reduce((sum, row) => sum + row.amount, 0n)).toBe(amount - rest);
      expect(amount).toBe(bridge.closing - bridge.opening);
      expect(bridge.unexplained).toBe(0n);
      for (const { kind, amount: whole, reasons } of bridge.steps)
        if (kind === "expansion" || kind === "contraction")
          expect(reasons.reduce((sum, part) => sum + part.amount, 0n)).toBe(whole);
    });
  });

  it("8. accounts without ARR at the opening change neither them nor logo retention", () => {
    holds(cases, ({ facts, ledger, policy: { winback: _, ...choices }, period, slice }) => {
      if (choices.nrrMethod === "all_movements" || choices.grrMethod === "whole_book_min") return;
      const policy = { ...choices, winback: "opening_cohort" as const };
      const whole = windowOf(bookIn(facts, ledger), period, policy, slice);
      const closed = { ...whole, accounts: whole.accounts.filter((w) => w.cohort !== null) };
      for (const term of ["nrr", "grr", "logo-retention"] as const)
        expect(sums(closed, term)).toEqual(sums(whole, term));
    });
  });

  it("9. answer exactly: churn of δ lowers both by δ, expansion raises NRR alone, or GRR as far as it refills", () => {
    const amounts = fc.integer({ min: 1, max: 50 });
    holds(fc.tuple(cases, amounts, amounts), ([{ facts, policy, period: asked }, up, down]) => {
      if (policy.grrMethod === "whole_book_min") return;
      // Long enough for a change, another and a close, each on a day of its own.
      const period = { ...asked, to: addDays(asked.from, 300) };
      const opens = opensOn(period);
      const [early, late] = [addDays(period.from, 50), addDays(period.from, 100)];
      const world = factsKnownAt(plain(facts), null);
      const rates = (...lines: Parameters<typeof line>[1][]) => {
        const own = lines.map((said, i) => line(`Q${i}`, { account: "Q", ...said }));
        const ledger = {
          graceDays: 0,
          churnOn: "end",
          identity: "account",
          discount: "net",
          usage: "out",
          week: "52",
          winbackDays: 0,
        } as const;
        const window = windowOf(
          bookIn({ ...world, lines: [...world.lines, ...own] }, ledger),
          period,
          policy,
        );
        return { nrr: sums(window, "nrr").numerator, grr: sums(window, "grr").numerator };
      };
      const due = { net: "1000", product: "Due", from: opens, to: addDays(late, 100) };
      const stays = { net: "1000", product: "Due", from: addDays(late, 101) };
      const held = { net: "100", from: opens };
      const base = rates(due, stays, held);
      const lost = rates(due, stays, { ...held, to: early });
      expect([base.nrr - lost.nrr, base.grr - lost.grr]).toEqual([10000n, 10000n]);
      const grown = rates(due, stays, held, { net: String(up), product: "More", from: late });
      expect([grown.nrr - base.nrr, grown.grr - base.grr]).toEqual([BigInt(up) * 100n, 0n]);
      const dipped = [
        due,
        stays,
        { ...held, to: early },
        { ...held, net: String(100 - down), from: addDays(early, 1) },
      ];
      const refilled = rates(...dipped, { net: String(up), product: "More", from: late });
      const fills = policy.grrMethod === "per_customer_min" ? Math.min(up, down) : 0;
      expect([refilled.nrr - base.nrr, refilled.grr - base.grr]).toEqual([
        BigInt(up - down) * 100n,
        BigInt(fills - down) * 100n,
      ]);
    });
  });

  it("10. k times the prices is k times the ARR and the same rates, whatever the accounts are called", () => {
    holds(
      fc.tuple(cases, fc.integer({ min: 2, max: 99 })),
      ([{ facts, ledger, policy, period, slice }, k]) => {
        const world = { ...plain(facts), merges: [] };
        const bigger = {
          ...world,
          lines: world.lines.map((l) => ({
            ...l,
            price: { ...l.price, net: String(Number(l.price.net) * k), list: null },
          })),
        };
        const renamed = JSON.parse(
          JSON.stringify(world).replace(
            /\b(acc|line)_([A-D])/g,
            (_, kind, name) => `${kind}_${"DCBA"["ABCD".indexOf(name)]}x`,
          ),
        );
        // A parent that says nothing of itself is sliced by its first subsidiary, hence by account here.
        const net = { ...ledger, discount: "net", identity: "account" } as const;
        const [own, scaled, called] = [world, bigger, renamed].map((w) =>
          windowOf(bookIn(w, net), period, policy, slice),
        );
        for (const term of terms) {
          if (!own || !scaled || !called || term === "mrr") continue;
          const { numerator, denominator } = sums(own, term);
          const times = term.startsWith("logo") || term.endsWith("-rate") ? 1n : BigInt(k);
          const more = term === "net-expansion-rate" ? BigInt(k) : times;
          expect([term, sums(scaled, term)]).toEqual([
            term,
            { numerator: numerator * more, denominator: denominator === null ? null : denominator * more },
          ]);
          expect([term, sums(called, term)]).toEqual([term, { numerator, denominator }]);
        }
      },
    );
  });
});

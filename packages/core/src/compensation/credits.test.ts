import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Currency, day, Failure } from "../kernel/index.ts";
import { creditsOf } from "./credits.ts";
import { Deal, type Exclusion } from "./deal.ts";
import { CreditRule } from "./plan.ts";
import { dealOf } from "./worked-plans.ts";

const credits = (deal: object, rule: object = {}, on = "2025-12-31", exclusions: Exclusion[] = []) =>
  creditsOf([Deal.parse(deal)], {
    rule: CreditRule.parse({ counts: ["new", "expansion"], ...rule }),
    team: "customer_success",
    currency: Currency.parse("USD"),
    exclusions,
    on: day(on),
  }).map(({ person, amount, state, why, countsOn }) => ({ person, amount, state, why, countsOn }));

const deal = (more: object = {}) => dealOf("acme", 1000, "2025-03-10", more);
const ines = { name: "Ines Carvalho", role: "csm" as const };

describe("a credit", () => {
  it("goes to who closed the deal, on the day it was signed", () => {
    expect(credits(deal())).toEqual([
      {
        person: "Ravi Menon",
        amount: 100_000n,
        state: "confirmed",
        countsOn: "2025-03-10",
        why: "Credited on the day it was signed. Share of 100 %: closer.",
      },
    ]);
  });
  it("waits, at risk, for the day the rule asks for", () => {
    const [paid] = credits(deal({ paidOn: null }), { creditOn: "paid" });
    expect(paid).toMatchObject({ state: "at_risk", countsOn: null });
    expect(credits(deal({ paidOn: "2025-05-02" }), { creditOn: "paid" })[0]?.countsOn).toBe("2025-05-02");
    expect(credits(deal(), {}, "2025-03-09")[0]?.state).toBe("at_risk");
  });
  it("is shared as the deal declares, to the minor unit", () => {
    const split = [
      { person: "Ravi Menon", percent: "33.333333" },
      { person: "Theo Novak", percent: "33.333333" },
      { person: "Ines Carvalho", percent: "33.333334" },
    ];
    const shared = credits({ ...deal({ split }), amount: "100" });
    expect(shared.map(({ amount }) => amount)).toEqual([33n, 33n, 34n]);
  });
  it("is refused when the split is over or under 100 %, or names somebody twice", () => {
    const split = (...percents: string[]) =>
      deal({ split: percents.map((percent, n) => ({ person: `p${n}`, percent })) });
    expect(() => credits(split("60", "50"))).toThrow(
      "Split of acme, deal acme: adds up to 110 %, over 100 %.",
    );
    expect(() => credits(split("60", "30"))).toThrow(/90 %, less than 100 %/);
    const twice = deal({
      split: [
        { person: "p", percent: "50" },
        { person: "p", percent: "50" },
      ],
    });
    expect(() => credits(twice)).toThrow(/names somebody twice/);
  });
  it("is refused in another currency than the plan's", () => {
    expect(() => credits(deal({ currency: "EUR" }))).toThrow(Failure);
  });
  it("is shared with who had the account before, within the handover window", () => {
    const rule = { to: "owner", handover: { days: 90, previous: "50" } };
    const taken = (on: string) => deal({ owner: ines, takenOver: { from: "Jon Aske", on } });
    expect(credits(taken("2025-03-01"), rule).map(({ person, amount }) => [person, amount])).toEqual([
      ["Jon Aske", 50_000n],
      ["Ines Carvalho", 50_000n],
    ]);
    // Day 90 after the takeover is the first one outside.
    expect(credits(taken("2024-12-10"), rule)).toHaveLength(1);
    expect(credits(taken("2024-12-11"), rule)).toHaveLength(2);
  });
  it("S-31 counts expansion only where the credited team began it, whoever owns or closes it", () => {
    const rule = { counts: ["expansion"], source: "credited_team", to: "owner" };
    const grown = (source: object | null) => deal({ kind: "expansion", owner: ines, source });
    expect(credits(grown(ines), rule)[0]?.state).toBe("confirmed");
    expect(credits(grown({ name: "Theo Novak", role: "ae" }), rule)[0]).toMatchObject({
      state: "excluded",
      why: "Begun by Theo Novak (ae), not by the team credited. Share of 100 %: owner.",
    });
    expect(credits(grown(null), rule)[0]?.why).toMatch(/^Nobody is on record/);
  });
  it("depends on a gate: at risk while there is time, excluded when it is too late, counting from the day it was passed", () => {
    const rule = { gates: [{ gate: "handoff_accepted", withinDays: 10 }] };
    const passed = (passedOn: string | null) => deal({ gates: [{ gate: "handoff_accepted", passedOn }] });
    expect(credits(passed(null), rule, "2025-03-20")[0]?.state).toBe("at_risk");
    expect(credits(passed(null), rule, "2025-03-21")[0]?.state).toBe("excluded");
    expect(credits(passed("2025-03-20"), rule)[0]).toMatchObject({
      state: "confirmed",
      countsOn: "2025-03-20",
    });
    expect(credits(passed("2025-03-21"), rule)[0]?.why).toMatch(/11 days after the credit date/);
  });
  it("is left out by a named approver with a reason, and with a withdrawn deal", () => {
    const exclusion = { dealId: "acme", account: null, approver: "Mara Lind", reason: "House account" };
    expect(credits(deal(), {}, "2025-12-31", [exclusion])[0]).toMatchObject({
      state: "excluded",
      why: "Left out by Mara Lind: House account. Share of 100 %: closer.",
    });
    expect(credits(deal({ withdrawn: true }))[0]?.state).toBe("excluded");
    expect(credits(deal({ kind: "renewal" }))[0]?.why).toMatch(/does not count/);
  });
});

it("invariant 23: the credits of a deal add up to it, however it is shared", () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.bigInt({ min: 0n, max: 10n ** 15n }), (parts, amount) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      let left = 100_000_000;
      const split = parts.map((part, index) => {
        const own = index === parts.length - 1 ? left : Math.floor((part * 100_000_000) / total);
        left -= own;
        return { person: `p${index}`, percent: (own / 1e6).toFixed(6) };
      });
      const shared = credits({ ...deal({ split }), amount: String(amount) });
      expect(shared.reduce((sum, one) => sum + one.amount, 0n)).toBe(amount);
    }),
  );
});

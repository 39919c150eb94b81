import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, Currency, day } from "../kernel/index.ts";
import { standingOn } from "../lifecycle/index.ts";
import { ratesTowards } from "../retention/index.ts";
import { comparedOn, divergencesOn, labelMapOn, standingBack, totalOf, totalsBy } from "./index.ts";
import { type PlainAccount, type PlainMapping, recordOfPlain, rulesOfPlain } from "./plain-divergence.ts";

const rates = ratesTowards(Currency.parse("USD"), []);
const labels = ["Won", "Onboarded", "Adopted", "Renewal", "Expansion", "Churned", "Prospect"] as const;
const meanings = ["won", "onboarded", "adopted", "renewal", "expansion", "churn", "ignored"] as const;
const fields = [
  { system: "CRM", field: "Stage" },
  { system: "Platform", field: "Phase" },
] as const;
const mapping: PlainMapping = fields.flatMap((field) =>
  labels.map((label, index) => ({ ...field, label, means: meanings[index] ?? "ignored" })),
);
const rules = rulesOfPlain(mapping);
const start = day("2026-01-05");
const someDay = fc.integer({ min: 0, max: 100 }).map((days) => addDays(start, days));

const claim = fc
  .tuple(someDay, fc.constantFrom(...fields), fc.constantFrom(...labels, "Unheard of", null))
  .map(([on, { system, field }, label]) => [on, system, field, label] as const);
const account: fc.Arbitrary<PlainAccount> = fc.record({
  csm: fc.constantFrom("Kim", "Ana", null),
  segment: fc.constantFrom("SMB", "Enterprise", null),
  lines: fc.constantFrom(
    [{ from: "2026-01-05", arr: "12000" }],
    [{ from: "2025-02-01", to: "2026-01-31", arr: "30000" }],
    [{ from: "2025-08-01", to: "2026-07-31", arr: "90000" }],
    [],
  ),
  claims: fc.array(claim, { maxLength: 5 }),
  weeks: fc.array(
    fc.tuple(someDay, fc.integer({ min: 0, max: 10 })).map(([to, users]) => [to, users] as const),
    { maxLength: 6 },
  ),
  onboardedOn: fc.option(someDay, { nil: undefined }),
  onboardedUntil: fc.option(
    someDay.map((on) => addDays(on, 101)),
    { nil: undefined },
  ),
}) as fc.Arbitrary<PlainAccount>;
const rank = { won: 1, onboarded: 2, adopted: 3 } as const;

describe("whatever systems say of an account", () => {
  it("a claim diverges exactly when where the account stands is not what it says", () => {
    fc.assert(
      fc.property(account, someDay, (plain, on) => {
        const record = recordOfPlain("A", plain);
        const standing = standingOn(record, rules, on);
        const earned = standing.earned === null ? 0 : rank[standing.earned];
        const { divergences } = comparedOn(record, rules, on);
        for (const { kind, claims, since, age, says } of divergences) {
          expect(since <= on && age >= 0).toBe(true);
          expect(says.length).toBeGreaterThan(0);
          const means = claims[0]?.means;
          if (kind === "mismatch" || !means || !(means in rank)) continue;
          const claimed = rank[means as keyof typeof rank];
          if (kind === "unclaimed") expect(earned).toBeGreaterThan(claimed);
          if (kind === "stale") expect(earned).toBe(claimed);
          if (kind === "contradicted" || kind === "unsupported") expect(earned).toBeLessThan(claimed);
        }
        const wrong = divergences.filter(({ kind }) => kind !== "mismatch").length;
        expect(wrong).toBeLessThanOrEqual(comparedOn(record, rules, on).claims);
      }),
      { numRuns: 200 },
    );
  });

  it("what is said or seen after a day changes nothing of that day", () => {
    fc.assert(
      fc.property(account, someDay, (plain, on) => {
        const until = {
          ...plain,
          claims: plain.claims?.filter(([said]) => said <= on) ?? [],
          weeks: plain.weeks?.filter(([to]) => to <= on) ?? [],
        };
        const early = plain.onboardedOn !== undefined && plain.onboardedOn > on;
        const known = early ? { ...until, onboardedOn: "2027-01-01" } : until;
        const answer = (one: PlainAccount) => comparedOn(recordOfPlain("A", one), rules, on).divergences;
        const shown = ({ kind, term, since, claims }: ReturnType<typeof answer>[number]) =>
          [kind, term, since, ...claims.map(({ label }) => label)].join(" ");
        expect(answer(plain).map(shown)).toEqual(answer(known).map(shown));
      }),
      { numRuns: 200 },
    );
  });

  it("a past day read off the ways it has come since gives what that day gives", () => {
    fc.assert(
      fc.property(account, someDay, fc.integer({ min: 0, max: 120 }), (plain, on, later) => {
        const record = recordOfPlain("A", plain);
        const today = standingOn(record, rules, addDays(on, later));
        const back = comparedOn(record, rules, on, labelMapOn(rules, on), (...asked) =>
          standingBack(today, ...asked),
        );
        const told = ({ kind, term, says, claims, since }: (typeof back.divergences)[number]) =>
          JSON.stringify([kind, term, says, claims, kind === "stale" ? null : since]);
        expect(back.divergences.map(told)).toEqual(comparedOn(record, rules, on).divergences.map(told));
      }),
      { numRuns: 300 },
    );
  });

  it("accepting a divergence takes that one away and no other, until the acceptance expires", () => {
    fc.assert(
      fc.property(account, someDay, fc.nat(), (plain, on, pick) => {
        const before = comparedOn(recordOfPlain("A", plain), rules, on).divergences;
        const one = before[before.length === 0 ? 0 : pick % before.length];
        if (!one) return;
        const handled = [{ on, subject: one.subject, action: "accepted" as const, until: addDays(on, 10) }];
        const record = recordOfPlain("A", { ...plain, handled });
        const open = (asked: typeof on) =>
          comparedOn(record, rules, asked)
            .divergences.filter(({ accepted }) => !accepted)
            .map(({ subject }) => subject);
        expect(open(on)).toEqual(before.map(({ subject }) => subject).filter((own) => own !== one.subject));
        const after = comparedOn(recordOfPlain("A", plain), rules, addDays(on, 10)).divergences;
        expect(open(addDays(on, 10))).toEqual(after.map(({ subject }) => subject));
      }),
      { numRuns: 150 },
    );
  });

  it("totals by owner and segment come to the whole, and no account counts twice", () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 6 }), someDay, (plains, on) => {
        const records = plains.map((plain, index) => recordOfPlain(`A${index}`, plain));
        const { lines, compared } = divergencesOn(records, rules, on, { rates });
        const whole = totalOf(lines);
        for (const by of ["csm", "ae", "segment"] as const) {
          const totals = totalsBy(lines, by);
          expect(totals.reduce((sum, { arr }) => sum + arr, 0n)).toBe(whole.arr);
          expect(totals.reduce((sum, total) => sum + total.accounts, 0)).toBe(whole.accounts);
        }
        expect(whole.accounts).toBeLessThanOrEqual(compared.accounts);
        expect(whole.arr <= compared.arr).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});

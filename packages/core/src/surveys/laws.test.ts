import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, minus, plus, rational, zero } from "../kernel/index.ts";
import { effortScore, satisfactionScore } from "./average-score.ts";
import { experienceScore } from "./experience-score.ts";
import { netPromoterScore, npsBand } from "./nps.ts";
import { answersOf } from "./plain-answers.ts";
import { houseSurveyPolicy, SurveyPolicy } from "./policy.ts";
import { terms } from "./terms.ts";

const answersUpTo = (min: number, max: number) =>
  fc.array(
    fc.record({
      who: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
      score: fc.integer({ min, max }),
      on: fc.constantFrom("2026-05-01", "2026-05-02", "2026-05-03"),
    }),
    { maxLength: 20 },
  );

describe("NPS", () => {
  it("has a band for each answer from 0 to 10, and three of them", () => {
    expect(Array.from({ length: 11 }, (_, score) => npsBand(score))).toEqual([
      ...Array.from({ length: 7 }, () => "detractor"),
      "passive",
      "passive",
      "promoter",
      "promoter",
    ]);
  });
  it("lies between -100 and 100 in whatever order answers come, and counts each person once", () => {
    fc.assert(
      fc.property(answersUpTo(0, 10), (plain) => {
        const one = netPromoterScore(answersOf(plain));
        expect(netPromoterScore(answersOf([...plain].reverse()))).toEqual(one);
        const people = new Set(plain.map(({ who }) => who)).size;
        expect(one.promoters + one.passives + one.detractors).toBe(people);
        expect(one.score.value === null).toBe(people < houseSurveyPolicy.minimumAnswers);
        if (one.score.value === null) return;
        expect(compare(one.score.value, rational(-100n))).toBeGreaterThanOrEqual(0);
        expect(compare(one.score.value, rational(100n))).toBeLessThanOrEqual(0);
      }),
    );
  });
  it("turns round when every answer does: who promoted, detracts", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 12 }), (promotes) => {
        const of = (yes: boolean) =>
          netPromoterScore(answersOf(promotes.map((one) => (one === yes ? 10 : 0)))).score.value;
        expect(plus(of(true) ?? zero, of(false) ?? zero)).toEqual(zero);
      }),
    );
  });
});

describe("averages", () => {
  it("stay on their scale", () => {
    fc.assert(
      fc.property(answersUpTo(1, 5), (plain) => {
        for (const { average, scale } of [
          satisfactionScore(answersOf(plain)),
          effortScore(answersOf(plain)),
        ]) {
          if (average.value === null) continue;
          expect(compare(average.value, rational(BigInt(scale.min)))).toBeGreaterThanOrEqual(0);
          expect(compare(average.value, rational(BigInt(scale.max)))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
  it("refuse an answer that is not on the scale, and say whose it is", () => {
    expect(() => satisfactionScore(answersOf([{ who: "Ana", score: 6 }]))).toThrow(
      "6 is not on the scale of 1 to 5: Ana",
    );
    expect(() => netPromoterScore(answersOf([11]))).toThrow("11 is not on the scale of 0 to 10");
  });
});

it("the experience score lies between the lowest and the highest of its parts, whatever the weights", () => {
  const weight = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(weight, weight, weight, (csatWeight, npsWeight, cesWeight) => {
      const policy = SurveyPolicy.parse({ csatWeight, npsWeight, cesWeight });
      // 100, 50 and 0 of 100.
      const { value } = experienceScore(
        {
          csat: answersOf([5, 5, 5, 5, 5]),
          nps: answersOf([10, 10, 8, 8, 0, 0]),
          ces: answersOf([1, 1, 1, 1, 1]),
        },
        policy,
      );
      const of = rational(
        BigInt(100 * csatWeight + 50 * npsWeight),
        BigInt(csatWeight + npsWeight + cesWeight),
      );
      expect(minus(value ?? zero, of)).toEqual(zero);
    }),
  );
});

it("the choices on the terms are those of the policy, with its defaults and its ranges", () => {
  const parameters = terms.flatMap((term) => term.parameters);
  expect(Object.fromEntries(parameters.map(({ name, default: normal }) => [name, normal]))).toEqual(
    houseSurveyPolicy,
  );
  for (const parameter of parameters)
    if ("range" in parameter)
      for (const [value, legal] of [
        [parameter.range.min, true],
        [parameter.range.max, true],
        [parameter.range.min - 1, false],
        [parameter.range.max + 1, false],
      ] as const)
        expect([parameter.name, value, SurveyPolicy.safeParse({ [parameter.name]: value }).success]).toEqual([
          parameter.name,
          value,
          legal,
        ]);
});

it("a policy whose promoters begin where detractors are still counted is refused", () => {
  expect(SurveyPolicy.safeParse({ detractorsTo: 8, promotersFrom: 8 }).success).toBe(false);
  expect(SurveyPolicy.safeParse({ csatWeight: 0, npsWeight: 0, cesWeight: 0 }).success).toBe(false);
});

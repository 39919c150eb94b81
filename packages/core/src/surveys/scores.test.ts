import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "../kernel/index.ts";
import { houseSurveyPolicy } from "./policy.ts";
import { type CustomerAnswer, scoredSurveys, surveyScores } from "./scores.ts";

const answer = fc.record({
  accountId: fc.constantFrom("acc_a", "acc_b", "acc_c"),
  survey: fc.constantFrom(...scoredSurveys),
  person: fc.constantFrom("Ana", "Ben", "7"),
  score: fc.integer({ min: 0, max: 12 }),
  at: fc.constantFrom("2026-05-01", "2026-05-02").map((on) => instant(`${on}T09:00:00Z`)),
  about: fc.constantFrom(null, "case 1"),
});
const of = (survey: CustomerAnswer["survey"], accountId: string, person: string, score: number) => ({
  survey,
  accountId,
  person,
  score,
  at: instant("2026-05-01T09:00:00Z"),
  about: null,
});

describe("scores over many customers", () => {
  it("are what their customers' add up to, in whatever order answers come", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
        const all = surveyScores(answers, houseSurveyPolicy);
        expect(surveyScores([...answers].reverse(), houseSurveyPolicy)).toEqual(all);
        const own = ["acc_a", "acc_b", "acc_c"].map((accountId) =>
          surveyScores(
            answers.filter((one) => one.accountId === accountId),
            houseSurveyPolicy,
          ),
        );
        const sum = (pick: (one: (typeof own)[number]) => number) =>
          own.reduce((total, one) => total + pick(one), 0);
        expect(sum(({ nps }) => nps.promoters)).toBe(all.nps.promoters);
        expect(sum(({ nps }) => nps.passives)).toBe(all.nps.passives);
        expect(sum(({ nps }) => nps.detractors)).toBe(all.nps.detractors);
        for (const survey of ["csat", "ces", "pulse"] as const)
          expect(sum((one) => one[survey].answers)).toBe(all[survey].answers);
        expect(sum(({ offScale }) => offScale)).toBe(all.offScale);
      }),
    );
  });
  it("take people of two customers apart though both are called Ana, and one Ana who answers twice for one", () => {
    const twice = [
      of("nps", "acc_a", "Ana", 10),
      of("nps", "acc_a", "Ana", 10),
      of("nps", "acc_b", "Ana", 0),
    ];
    expect(surveyScores(twice, houseSurveyPolicy).nps).toMatchObject({ promoters: 1, detractors: 1 });
  });
  it("leave out what is not on the scale of its survey, and tell how much that is", () => {
    const scores = surveyScores(
      [1, 2, 3, 4, 5, 80, 0].map((score, n) => of("csat", "acc_a", `p${n}`, score)),
      houseSurveyPolicy,
    );
    expect(scores.offScale).toBe(2);
    expect(scores.csat.answers).toBe(5);
    expect(surveyScores([], houseSurveyPolicy).experience.reason).toBe("Nobody answered a survey.");
  });
});

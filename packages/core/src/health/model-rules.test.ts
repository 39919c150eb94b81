import { describe, expect, it } from "vitest";
import { accountHealth } from "./account-health.ts";
import { healthBand } from "./distribution.ts";
import { HealthModel, healthModels, modelPolicy } from "./model.ts";
import { normalised } from "./normalised.ts";
import { HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { HealthReading, scoreText } from "./score.ts";
import { caseOf, nps, recordOf, today } from "./testing.ts";

const model = (more: object) =>
  HealthModel.parse({ id: "ours", name: "Ours", parts: [{ component: "sentiment", weight: 100 }], ...more });

describe("a model has rules of its own", () => {
  it("its boundaries go before those of the terms, which hold where it has none", () => {
    const policy = HealthPolicy.parse({ healthReviewBelow: 72 });
    expect(modelPolicy(policy, model({}))).toBe(policy);
    expect(modelPolicy(policy, model({ rules: { atRiskBelow: 50, carriedDays: 7 } }))).toEqual({
      ...policy,
      atRiskBelow: 50,
      carriedDays: 7,
    });
  });

  it("rules that no longer fit together with the terms are left aside as a whole", () => {
    const rules = { atRiskBelow: 80, carriedDays: 7 };
    expect(modelPolicy(houseHealthPolicy, model({ rules }))).toBe(houseHealthPolicy);
  });

  it("a score is put into the bands of its model", () => {
    const record = recordOf(nps("2026-06-01", 8));
    const of = accountHealth(caseOf({ record }), model({}));
    expect(scoreText(of.low)).toBe("80");
    const strict = modelPolicy(houseHealthPolicy, model({ rules: { healthReviewBelow: 81 } }));
    expect([healthBand(of), healthBand(of, strict)]).toEqual(["steady", "review"]);
  });

  it("a component that is full from 80 % on gives all its points there, and in proportion below", () => {
    const parts = [{ component: "sentiment", weight: 100, fullAt: 80 }];
    const scored = (answer: number) => {
      const record = recordOf(nps("2026-06-01", answer));
      const { low, fullAt } = accountHealth(caseOf({ record }), model({ parts }));
      return [scoreText(low), fullAt.sentiment];
    };
    expect([scored(10), scored(8), scored(4)]).toEqual([
      ["100", 80],
      ["100", 80],
      ["50", 80],
    ]);
  });

  it("what counts turned round is full while no more than the rest of it is bad", () => {
    const risk = (got: number) => HealthReading.parse({ component: "risk", on: today, got, of: 1000 });
    expect([200, 100, 600].map((got) => normalised(risk(got), 80).got)).toEqual([0, 0, 500]);
  });

  it("models that come with the product are read whole and by the rules of the terms", () => {
    for (const shipped of healthModels) {
      expect(shipped.rules).toBeUndefined();
      expect(shipped.parts.every(({ fullAt }) => fullAt === undefined)).toBe(true);
    }
  });
});

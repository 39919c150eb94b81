import { describe, expect, it } from "vitest";
import type { PlayTrigger } from "../facts/index.ts";
import { atRisk } from "../health/index.ts";
import { addDays, day, rational } from "../kernel/index.ts";
import { episodesOf } from "./episodes.ts";
import { type AccountSigns, noSigns } from "./signs.ts";

const first = day("2026-01-04");
const range = (low: number, high = low) => ({ low: rational(BigInt(low)), high: rational(BigInt(high)) });
const weekly = (...scores: (number | readonly [number, number] | null)[]) =>
  scores.map((score, week) => ({
    on: addDays(first, week * 7),
    score: score === null ? null : typeof score === "number" ? range(score) : range(...score),
  }));
const met = (trigger: PlayTrigger, signs: Partial<AccountSigns>, upTo = "2026-12-31") =>
  episodesOf(trigger, { ...noSigns, ...signs }, day(upTo)).map(({ since, on }) => `${since} ${on}`);

describe("when a trigger was met", () => {
  const below: PlayTrigger = { when: "score_below", points: 40, days: 14 };

  it("S-09: weekly readings at most a week apart speak of the days between them", () => {
    expect(met(below, { scores: weekly(39, 38) })).toEqual([]);
    expect(met(below, { scores: weekly(39, 38, 20) })).toEqual(["2026-01-04 2026-01-18"]);
  });

  it("is told once for a row, and anew after a reading that does not hold", () => {
    const scores = weekly(30, 30, 30, 30, 40, 30, 30, 30);
    expect(met(below, { scores })).toEqual(["2026-01-04 2026-01-18", "2026-02-08 2026-02-22"]);
  });

  it("lasts while no reading broke it, so that what has been low for months is not history", () => {
    const lasts = (trigger: PlayTrigger, signs: Partial<AccountSigns>) =>
      episodesOf(trigger, { ...noSigns, ...signs }, day("2026-12-31")).map((one) => one.lasts);
    expect(lasts(below, { scores: weekly(30, 30, 30, 40, 30, 30, 30, 30) })).toEqual([false, true]);
    expect(lasts(below, { scores: weekly(30, 30, 30, null) })).toEqual([false]);
    const atRiskSince = [
      { from: first, until: addDays(first, 21) },
      { from: addDays(first, 70), until: null },
    ];
    expect(lasts({ when: "at_risk" }, { atRisk: atRiskSince })).toEqual([false, true]);
    expect(lasts({ when: "champion_gone" }, { championGone: [first] })).toEqual([false]);
  });

  it("is not met by a week without a reading, nor by a score that may lie on either side", () => {
    expect(met(below, { scores: weekly(30, null, 30, 30) })).toEqual([]);
    expect(met(below, { scores: weekly(30, [35, 41], 30, 30) })).toEqual([]);
    const missed = weekly(30, 30, 30).filter((_, week) => week !== 1);
    expect(met(below, { scores: missed })).toEqual([]);
  });

  it("S-19: is each entry into at-risk, and not a single low week", () => {
    const risky = (...scores: number[]) => {
      const weeks = weekly(...scores);
      return met(
        { when: "at_risk" },
        { atRisk: atRisk(weeks.map(({ on, score }) => ({ week: on, score }))) },
      );
    };
    expect(risky(44, 44)).toEqual(["2026-01-11 2026-01-11"]);
    expect(risky(45, 44)).toEqual([]);
    expect(risky(44)).toEqual([]);
    expect(risky(44, 44, 60, 60, 44, 44)).toEqual(["2026-01-11 2026-01-11", "2026-02-08 2026-02-08"]);
  });

  it("knows the onboarding that is not over in time, and the one that was", () => {
    const stalled: PlayTrigger = { when: "onboarding_stalled", days: 60 };
    const wonOn = day("2026-01-01");
    expect(met(stalled, { wonOn })).toEqual(["2026-01-01 2026-03-02"]);
    expect(met(stalled, { wonOn, onboardedOn: day("2026-03-02") })).toEqual([]);
    expect(met(stalled, { wonOn, onboardedOn: day("2026-03-03") })).toEqual(["2026-01-01 2026-03-02"]);
    expect(met(stalled, { wonOn }, "2026-03-01")).toEqual([]);
  });

  it("knows seats that stay idle, a renewal that comes near a low score, detractors and the lost", () => {
    const seats = [10, 10, 9, 9].map((used, week) => ({ on: addDays(first, week * 7), used, of: 25 }));
    expect(met({ when: "seats_below", percent: 40, days: 8 }, { seats })).toEqual(["2026-01-18 2026-01-25"]);
    expect(met({ when: "seats_below", percent: 41, days: 22 }, { seats })).toEqual(["2026-01-04 2026-01-25"]);
    const near: PlayTrigger = { when: "renewal_near", days: 30, points: 70 };
    const renewals = [day("2026-02-10")];
    expect(met(near, { renewals, scores: weekly(60, 70, 69) })).toEqual(["2026-01-11 2026-01-18"]);
    expect(met(near, { renewals, scores: weekly(60, 70, 70) })).toEqual([]);
    const answers = [
      { on: first, answer: 7 },
      { on: addDays(first, 1), answer: 6 },
    ];
    expect(met({ when: "detractor", atMost: 6 }, { answers })).toEqual(["2026-01-05 2026-01-05"]);
    expect(met({ when: "lost", days: 90 }, { lost: [first] })).toEqual(["2026-01-04 2026-04-04"]);
    expect(met({ when: "lost", days: 90 }, { lost: [first] }, "2026-04-03")).toEqual([]);
  });
});

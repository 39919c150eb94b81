import type { AccountHealth, HealthInput } from "@termwise/core/health";
import { day, known, rational } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { linesTold } from "./lines-told.ts";

const answer = (text: string, on: string, weight: number): HealthInput => ({
  ...{ what: "csat", text, on: day(on), weight },
  ...{ age: 0, share: weight > 0 ? 500 : null, reason: weight > 0 ? null : text },
});

it("lines that decide nothing and say the same are told once, as the latest of them; those that count each by itself", () => {
  const five = rational(5n);
  const inputs = [
    answer("CSAT answered with 3 of 5", "2026-11-01", 1),
    answer("CSAT answered with 5 of 5; it is over", "2026-01-08", 0),
    answer("CSAT answered with 4 of 5; it is over", "2026-02-01", 0),
    answer("CSAT answered with 5 of 5; it is over", "2026-03-04", 0),
    answer("CSAT answered with 3 of 5", "2026-11-02", 1),
  ];
  const health: AccountHealth = {
    ...{ on: day("2026-11-22"), model: "house", low: five, high: five, score: known(five) },
    parts: [
      {
        ...{ component: "sentiment", weight: 10, reading: null, age: null },
        ...{ low: five, high: five, points: known(five) },
      },
    ],
    inputs: { sentiment: inputs },
    fullAt: {},
  };
  expect(
    linesTold("sentiment", 10, health).map(({ text, on, times, low }) => [text, on, times, low]),
  ).toEqual([
    ["CSAT answered with 3 of 5", "2026-11-01", 1, "2.500"],
    ["CSAT answered with 5 of 5; it is over", "2026-03-04", 2, "0.000"],
    ["CSAT answered with 4 of 5; it is over", "2026-02-01", 1, "0.000"],
    ["CSAT answered with 3 of 5", "2026-11-02", 1, "2.500"],
  ]);
});

import { expect, it } from "vitest";
import { stageRuns } from "./stage-runs.ts";

it("a stage is named once for as long as it lasts, whatever was earned beneath it meanwhile", () => {
  const spans = [
    { stage: "adopted", earned: "adopted", start: 0, end: 40 },
    { stage: "renewal", earned: "adopted", start: 40, end: 60 },
    { stage: "renewal", earned: "onboarded", start: 60, end: 90 },
    { stage: "adopted", earned: "adopted", start: 90, end: 95 },
  ];
  expect(stageRuns(spans)).toEqual([
    { stage: "adopted", start: 0, end: 40 },
    { stage: "renewal", start: 40, end: 90 },
    { stage: "adopted", start: 90, end: 95 },
  ]);
  expect(
    stageRuns([
      { stage: "renewal", start: 0, end: 10 },
      { stage: "renewal", start: 20, end: 30 },
    ]),
  ).toHaveLength(2);
});

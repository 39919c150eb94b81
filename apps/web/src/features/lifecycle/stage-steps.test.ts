import { describe, expect, it } from "vitest";
import { stepsOf } from "./stage-steps.ts";

type Told = Parameters<typeof stepsOf>[0];
const span = (stage: string, from: string, to: string | null, kind = "forward") => ({
  stage,
  from,
  to,
  kind,
  reason: "",
  skipped: [],
  staleSince: null,
});
const usual: object = {
  on: "2026-11-20",
  column: "won",
  columnSince: "2026-11-01",
  earned: "won",
  renewal: null,
  expansions: [],
  skipped: [],
  history: [span("won", "2026-11-01", null)],
};
const told = (said: object): Told => ({ ...usual, ...said }) as Told;
const says = (standing: Told, expected = {}) =>
  stepsOf(standing, expected).map(
    ({ stage, says: text, now }) => `${stage}: ${text}${now ? ` (${now})` : ""}`,
  );

describe("the stages as steps", () => {
  it("tell days in each, against what is expected in the present one", () => {
    const steps = stepsOf(told({}), { won: 10 });
    expect(steps[0]).toMatchObject({
      entered: "2026-11-01",
      says: "19 of 10 days",
      over: true,
      now: "column",
    });
    expect(steps[1]).toMatchObject({ entered: null, says: "Not yet", now: null });
  });

  it("tell the earned stage beneath a motion, and a stage that was passed over", () => {
    const standing = told({
      column: "renewal",
      columnSince: "2026-10-21",
      earned: "adopted",
      skipped: ["onboarded"],
      renewal: { state: "due", opensOn: "2026-10-21", termEndsOn: "2027-02-18" },
      history: [span("won", "2026-01-01", "2026-03-01"), span("adopted", "2026-03-01", null, "skip")],
    });
    expect(says(standing, { renewal: 120 })).toEqual([
      "won: 59 days",
      "onboarded: Skipped",
      "adopted: 264 days (earned)",
      "expansion: None open",
      "renewal: 30 of 120 days (column)",
      "churn: —",
    ]);
  });

  it("are of the present life alone for who came back", () => {
    const standing = told({
      history: [
        span("won", "2024-01-01", "2024-03-01"),
        span("onboarded", "2024-03-01", "2025-01-01"),
        span("churn", "2025-01-01", "2026-11-01", "end"),
        span("won", "2026-11-01", null, "re-entry"),
      ],
    });
    expect(says(standing).slice(0, 2)).toEqual(["won: 19 days (column)", "onboarded: Not yet"]);
    expect(stepsOf(standing).at(-1)).toMatchObject({ entered: null });
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { EntryId, instant } from "../kernel/index.ts";
import { inTellingOrder, isOpenRun } from "./open-runs.ts";

type Run = Parameters<typeof inTellingOrder>[0];
const run = (
  name: string,
  state: Run["entry"]["state"],
  use: Run["entry"]["use"],
  clockFrom = "2026-11-01T00:00:00Z",
): Run => ({ entryId: EntryId.parse(`ent_${name}`), entry: { state, use, clockFrom: instant(clockFrom) } });

/** From the first to the last. */
const inOrder = [
  run("save", "running", "save"),
  run("later", "running", "detractor", "2026-11-08T00:00:00Z"),
  run("a", "running", "champion"),
  run("b", "running", "renewal"),
  run("grow", "running", "expansion"),
  run("save2", "proposed", "save"),
  run("call", "proposed", "detractor"),
  run("onboard", "proposed", "onboarding"),
];

it("tells what runs before what is proposed, and of each the save play first and what saves nobody last", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (runs) => {
      expect(runs.toSorted(inTellingOrder)).toEqual(inOrder);
    }),
    { numRuns: 40 },
  );
});

it("a run that is over is not open", () => {
  const states = ["proposed", "running", "done", "stopped", "declined"] as const;
  expect(states.filter((state) => isOpenRun(run("one", state, "save")))).toEqual(["proposed", "running"]);
});

import { type Instant, instant } from "@termwise/core/kernel";
import { goldenCompany } from "@termwise/demo";
import { expect, it } from "vitest";
import { joined } from "./fact-slices.ts";
import { recordingMoment } from "./recording-moment.ts";

it("facts are recorded now, but never at or before what is already known, even where the clock was set back", () => {
  const { facts } = goldenCompany();
  const newest = Object.values(facts)
    .flatMap((kind: readonly { recordedAt: Instant }[]) => kind.map(({ recordedAt }) => recordedAt))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error("the golden company has facts");
  const later = instant("2099-01-01T00:00:00Z");
  expect(recordingMoment(facts, later)).toBe(later);
  expect(recordingMoment(joined([]), instant("2020-01-01T00:00:00Z"))).toBe(instant("2020-01-01T00:00:00Z"));
  for (const now of [newest, instant("2001-01-01T00:00:00Z")])
    expect(Date.parse(recordingMoment(facts, now)) - Date.parse(newest)).toBe(1);
});

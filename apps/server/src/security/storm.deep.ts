import { testEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { endLeftovers } from "../processes/testing.ts";
import { allowed, storm } from "./storm.ts";

endLeftovers();

describe.each(["postgres", "embedded"] as const)("on %s", (engine) => {
  const on = testEngine(engine);
  it("500 sign-ins at once do not end a server of 1 GiB, nor keep anybody from reading (SEC-8, SEC-12)", async () => {
    const weathered = await storm(await on.migratedPlace(), 500);
    console.log(JSON.stringify(weathered));
    const { statuses, reads, withoutRetryAfter, alive, peak, before } = weathered;
    expect(Object.keys(statuses).filter((status) => !["401", "429", "503"].includes(status))).toEqual([]);
    expect(statuses[503]).toBeGreaterThan(0);
    expect(Object.keys(reads)).toEqual(["200"]);
    expect([withoutRetryAfter, alive]).toEqual([0, true]);
    expect(peak - before).toBeLessThan(allowed / 4);
  });
});

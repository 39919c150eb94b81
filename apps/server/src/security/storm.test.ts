import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { endLeftovers } from "../processes/testing.ts";
import { allowed, storm } from "./storm.ts";

endLeftovers();
const on = testEngine("postgres");

it("60 sign-ins at once are weighed or told when to come back, and who is signed in goes on reading (SEC-8, SEC-12)", async () => {
  const { statuses, reads, withoutRetryAfter, alive, peak } = await storm(await on.migratedPlace(), 60);
  expect(Object.keys(statuses).filter((status) => !["401", "429", "503"].includes(status))).toEqual([]);
  expect(statuses[401]).toBeGreaterThan(0);
  expect(Object.keys(reads)).toEqual(["200"]);
  expect([withoutRetryAfter, alive]).toEqual([0, true]);
  expect(peak).toBeLessThan(allowed);
});

import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { endLeftovers, exportsIn, termwise } from "./testing.ts";

endLeftovers();

it("doctor tells all it finds where a rate is missing, and what is missing", async () => {
  const place = await testEngine("embedded").migratedPlace();
  const lines = exportsIn(place, {
    "lines.csv":
      "line_id,account_id,product,arr,currency,starts_on,ends_on\n" +
      "L1,A1,Core,1000,EUR,2025-01-01,\nL2,A2,Core,1000,EUR,2025-01-01,\nL3,A3,Core,1000,CHF,2025-01-01,\n",
  });
  expect(await termwise(place, "import", ...lines)).toMatchObject({ code: 0 });
  const doctor = await termwise(place, "doctor");
  expect(doctor).toMatchObject({ code: 1, err: "" });
  expect(doctor.out).toMatch(/ok {4}Data +3 accounts, 3 contract lines/);
  expect(doctor.out).toMatch(/FAIL {2}ARR bridge +No CHF to EUR rate is known/);
});

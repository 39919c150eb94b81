import { expect, expectTypeOf, it } from "vitest";
import { Failure, type FailureCode, failureCodes } from "./failure.ts";

it("a failure carries a code of the closed list, its message and its details", () => {
  const failure = new Failure("rate_missing", "No EUR to USD rate is known", { from: "EUR" });
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toMatchObject({
    name: "Failure",
    code: "rate_missing",
    message: "No EUR to USD rate is known",
    details: { from: "EUR" },
  });
  expect(new Failure("not_found", "nothing").details).toEqual({});
});

it("codes are a closed list without doubles", () => {
  expect(new Set(failureCodes).size).toBe(failureCodes.length);
  expectTypeOf<"oops">().not.toExtend<FailureCode>();
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { factsOfPlainLines } from "../facts/index.ts";
import { parsePeriod } from "../kernel/index.ts";
import { onTimeRenewals } from "./on-time-renewals.ts";

const q3 = parsePeriod("2026-Q3");
const ends = { from: "2025-10-01", to: "2026-09-30", arr: "12000" };

it("a renewal whose day of signature is not on record is told apart, and is not held to be in time", () => {
  const { lines } = factsOfPlainLines([
    { account: "A", ...ends },
    { account: "A", from: "2026-10-01", arr: "12000" },
  ]);
  const { due, rate } = onTimeRenewals(lines, q3);
  expect(due.map(({ kept }) => kept)).toEqual(["undated"]);
  expect(rate.value).toEqual({ n: 0n, d: 1n });
});

it("a renewal that begins before the old term has ended counts for that term", () => {
  const { lines } = factsOfPlainLines([
    { account: "A", ...ends },
    { account: "A", from: "2026-09-10", to: "2027-09-09", arr: "15000", signedOn: "2026-09-05" },
  ]);
  expect(onTimeRenewals(lines, q3).due.map(({ kept }) => kept)).toEqual(["on_time"]);
});

it("every contract due is one of four things, in whatever order lines are told", () => {
  const renewed = fc.record({
    account: fc.constantFrom("A", "B", "C"),
    from: fc.constantFrom("2026-10-01", "2026-10-20", "2027-03-01"),
    signedOn: fc.constantFrom("2026-09-01", "2026-10-02", null),
    arr: fc.constant("9000"),
  });
  fc.assert(
    fc.property(fc.array(renewed, { maxLength: 6 }), (next) => {
      const plain = [...["A", "B", "C"].map((account) => ({ account, ...ends })), ...next];
      const of = (lines: typeof plain) => onTimeRenewals(factsOfPlainLines(lines).lines, q3);
      const { due, rate } = of(plain);
      expect(due).toHaveLength(3);
      expect(of([...plain].reverse()).rate).toEqual(rate);
      const kept = due.filter((one) => one.kept === "on_time").length;
      expect(rate.value && Number(rate.value.n) / Number(rate.value.d)).toBeCloseTo(kept / 3);
    }),
  );
});

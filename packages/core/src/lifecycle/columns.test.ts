import { describe, expect, it } from "vitest";
import type { AccountEntry } from "../facts/index.ts";
import { addDays, type Day, day } from "../kernel/index.ts";
import { columnsIn } from "./columns.ts";
import { historyOf } from "./history.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";
import { standingOn } from "./standing.ts";
import { onboarded } from "./testing.ts";

const columns = (plain: PlainCustomer, from: Day, through: Day) => {
  const { record, rules } = customerOf(plain);
  return columnsIn(record, rules, { history: historyOf(record, rules, through), from, through });
};
const expanding: AccountEntry = {
  of: "expansion",
  type: "seat",
  openedOn: day("2026-04-01"),
  closedOn: day("2026-05-01"),
  outcome: "won",
  source: null,
  owner: { name: "Ana", role: "csm" },
  closer: null,
  amount: null,
  currency: null,
  note: null,
};
const withMotion: PlainCustomer = {
  ...onboarded,
  entries: [...(onboarded.entries ?? []), { at: "2026-04-01", entry: expanding }],
};

describe("the columns an account stood in", () => {
  it("put open motions over the earned stage, each from the day it opened to the day it closed", () => {
    expect(
      columns(withMotion, day("2026-01-20"), day("2026-10-01")).map((span) => [
        span.stage,
        span.earned,
        span.from,
        span.to,
      ]),
    ).toEqual([
      ["won", "won", "2026-01-20", "2026-02-03"],
      ["onboarded", "onboarded", "2026-02-03", "2026-04-01"],
      ["expansion", "onboarded", "2026-04-01", "2026-05-01"],
      ["onboarded", "onboarded", "2026-05-01", "2026-09-02"],
      ["renewal", "onboarded", "2026-09-02", null],
    ]);
  });
  it("are on every day what the account's standing of that day tells", () => {
    const { record, rules } = customerOf(withMotion);
    const [from, through] = [day("2026-01-01"), day("2027-01-15")];
    const spans = columns(withMotion, from, through);
    for (let on = from; on <= through; on = addDays(on, 1)) {
      const { column, earned } = standingOn(record, rules, on);
      const span = spans.find((one) => one.from <= on && (one.to === null || on < one.to));
      expect([on, span?.stage ?? null, span?.earned ?? null]).toEqual([on, column, earned]);
    }
    expect(spans.at(-1)?.stage).toBe("churn");
  });
});

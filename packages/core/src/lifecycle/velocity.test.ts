import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, addDays, type Day, day, month } from "../kernel/index.ts";
import { type Loss, preventableByMonth, preventableChurn } from "./churn.ts";
import type { StageSpan } from "./history.ts";
import { customerOf } from "./plain-customer.ts";
import { type Journey, stageVelocity, stretchesAt, timeToOnboard, timeToOnboardByCsm } from "./velocity.ts";

const today = day("2026-06-30");
const record = (name: string) => ({
  ...customerOf({ lines: [] }).record,
  accountId: AccountId.parse(`acc_${name}`),
});
const span = (stage: StageSpan["stage"], from: Day, to: Day | null): StageSpan => ({
  stage,
  from,
  to,
  kind: "forward",
  reason: "",
  skipped: [],
  staleSince: null,
});

describe("stretches at a stage", () => {
  it("are told with their customer: who stands there first, then the longest that ended", () => {
    const journeys: Journey[] = [
      {
        record: record("a"),
        history: [
          span("won", day("2026-01-01"), day("2026-01-31")),
          span("onboarded", day("2026-01-31"), null),
        ],
      },
      { record: record("b"), history: [span("won", day("2026-06-20"), null)] },
      { record: record("c"), history: [span("won", day("2026-01-01"), day("2026-03-02"))] },
    ];
    expect(stretchesAt(journeys, { stage: "won", on: today })).toEqual([
      { accountId: "acc_b", from: "2026-06-20", to: null, days: 10 },
      { accountId: "acc_c", from: "2026-01-01", to: "2026-03-02", days: 60 },
      { accountId: "acc_a", from: "2026-01-01", to: "2026-01-31", days: 30 },
    ]);
  });

  it("are those the velocity of the stage counts, no more and no less", () => {
    const lengths = fc.array(fc.tuple(fc.nat(400), fc.nat(400), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(lengths, (drawn) => {
        const journeys = drawn.map(([ago, length, open], i): Journey => {
          const from = addDays(today, -ago - length);
          return {
            record: record(String(i)),
            history: [span("adopted", from, open ? null : addDays(from, length))],
          };
        });
        const told = stretchesAt(journeys, { stage: "adopted", on: today });
        const velocity = stageVelocity(
          journeys.map(({ history }) => history),
          today,
        ).find(({ stage }) => stage === "adopted");
        const sorted = (days: readonly number[]) => [...days].sort((a, b) => a - b);
        expect(sorted(told.filter(({ to }) => to === null).map(({ days }) => days))).toEqual(
          sorted(velocity?.open ?? []),
        );
        expect(sorted(told.filter(({ to }) => to !== null).map(({ days }) => days))).toEqual(
          sorted(velocity?.closed ?? []),
        );
      }),
    );
  });
});

describe("time to onboard", () => {
  const held = customerOf({ lines: [], owners: { csm: "Mara Klein" } }).record;
  const [first] = held.attributes;
  const passedOn: Journey["record"] = {
    ...held,
    attributes: [
      ...held.attributes,
      ...(first ? [{ ...first, value: "Ben Ode", effectiveOn: day("2026-03-01") }] : []),
    ],
  };
  const won = span("won", day("2026-01-01"), day("2026-01-31"));

  it("counts for who held the customer when it was onboarded, whoever holds it as it falls back there", () => {
    const history = [
      won,
      span("onboarded", day("2026-01-31"), day("2026-02-20")),
      span("adopted", day("2026-02-20"), day("2026-05-01")),
      { ...span("onboarded", day("2026-05-01"), null), kind: "back" as const },
    ];
    expect(timeToOnboardByCsm([{ record: passedOn, history }])).toEqual([
      { csm: "Mara Klein", days: [30], medianDays: 30 },
    ]);
  });

  it("is unknown for a customer that went past Onboarded and only fell back there", () => {
    const history = [
      won,
      { ...span("adopted", day("2026-01-31"), day("2026-05-01")), kind: "skip" as const },
      { ...span("onboarded", day("2026-05-01"), null), kind: "back" as const },
    ];
    expect(timeToOnboard(history)).toBeNull();
    expect(timeToOnboardByCsm([{ record: passedOn, history }])).toEqual([]);
  });
});

it("the zero churn goal by months adds up to that of the days they make", () => {
  const from = day("2026-01-01");
  const loss = fc.record({
    on: fc.nat(180).map((after) => addDays(from, after)),
    preventable: fc.constantFrom(true, false, null),
  });
  fc.assert(
    fc.property(fc.array(loss), (drawn) => {
      const losses = drawn.map(
        ({ on, preventable }): Loss => ({
          accountId: AccountId.parse("acc_a"),
          on,
          lost: [],
          reason: preventable === null ? null : "price",
          voluntary: null,
          preventable,
        }),
      );
      const months = ["01", "02", "03", "04", "05", "06"].map((m) => month(`2026-${m}`));
      const all = preventableChurn(losses, { from, to: today });
      const each = preventableByMonth(losses, months);
      for (const of of ["lost", "preventable", "unexplained"] as const)
        expect(each.reduce((sum, one) => sum + one[of], 0)).toBe(all[of]);
      expect(each.every(({ met }) => met)).toBe(all.met);
    }),
  );
});

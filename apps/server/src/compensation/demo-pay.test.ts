import { type PlanAssignment, recomputation, type Statement, sumOf } from "@termwise/core/compensation";
import { beforeAll, describe, expect, it } from "vitest";
import { frozenInputs } from "./drafts.ts";
import type { HeldStatement, PayState } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";
import { paidDemo } from "./testing.ts";
import { owedBy } from "./testing-other-clawback.ts";
import * as other from "./testing-other-reckoning.ts";

describe("the demo company's pay", () => {
  let state: PayState;
  beforeAll(async () => {
    state = (await paidDemo()).loaded;
  });
  const linesOf = ({ lines }: Statement, ...kinds: string[]) =>
    sumOf(lines.filter(({ kind }) => kinds.includes(kind)));
  /** A statement with the inputs it was frozen with, and the periods before it. */
  const told = (held: HeldStatement) => {
    const content = contentOf(held);
    const inputs = frozenInputs(state, content);
    const before = inputs.earlier.map(({ period, assignment }) => ({ period, assignment }));
    return { statement: content.statement, inputs, before };
  };
  /** The quarters of the year of a statement that its plan held in, and which of them it is. */
  const yearOf = (
    quarter: other.Quarter,
    { from, to }: PlanAssignment,
    periods: readonly other.Quarter[],
  ) => {
    const own = periods.filter((one) => one.from.slice(0, 4) === quarter.from.slice(0, 4));
    const year = quarter.from.slice(0, 4);
    const all = ["01-01 03-31", "04-01 06-30", "07-01 09-30", "10-01 12-31"].map((days) => {
      const [first, last] = days.split(" ");
      return { text: "", from: `${year}-${first}`, to: `${year}-${last}` };
    });
    const held = all.filter((one) => one.to >= from && one.from <= (to ?? "9999"));
    return {
      quarters: held,
      now: held.findIndex((one) => one.from === own.find(({ text }) => text === quarter.text)?.from),
    };
  };

  it("invariant 23: comes to the same by a second reckoning, line by kind, on every statement", () => {
    const found = { statements: 0, kinds: new Set<string>() };
    for (const held of state.statements) {
      const { statement, inputs, before } = told(held);
      const { assignment, period } = statement;
      const { deals, trueUp } = other.commissionOf(inputs, assignment, period);
      const close = deals.reduce((sum, one) => sum + one.close, 0n);
      const isSeller = assignment.plan.team === "sales";
      const year = yearOf(period, assignment, [...before.map((one) => one.period), period]);
      const pays = {
        commission: linesOf(statement, "commission"),
        trueUp: isSeller ? linesOf(statement, "true_up") : 0n,
        retention: linesOf(statement, "retention"),
        bonus: linesOf(statement, "retention_bonus"),
        book: linesOf(statement, "book_nrr"),
        quota: linesOf(statement, "expansion_quota") + (isSeller ? 0n : linesOf(statement, "true_up")),
      };
      expect([held.person, period.text, pays]).toEqual([
        held.person,
        period.text,
        {
          commission: close,
          trueUp,
          retention: other.cohortsOf(inputs, period, before),
          bonus: other.bonusOf(inputs, assignment, period),
          book: other.bookOf(inputs, assignment, period),
          quota: other.quotaOf(inputs, assignment, year.quarters, year.now),
        },
      ]);
      const rest = linesOf(statement, "draw", "adjustment", "clawback");
      expect(Object.values(pays).reduce((sum, one) => sum + one, rest)).toBe(BigInt(statement.total));
      found.statements += 1;
      for (const { kind } of statement.lines) found.kinds.add(kind);
    }
    expect(found.statements).toBe(120);
    expect([...found.kinds].sort()).toEqual([
      "adjustment",
      "book_nrr",
      "clawback",
      "commission",
      "draw",
      "expansion_quota",
      "retention",
      "retention_bonus",
      "true_up",
    ]);
  });

  it("invariant 23: takes back what a second reckoning does, of every loss inside its window and no other", () => {
    const sellers = new Set(
      state.statements
        .filter((held) => told(held).inputs.assignment.plan.team === "sales")
        .map(({ person }) => person),
    );
    let lines = 0;
    for (const person of sellers) {
      const last = state.statements
        .filter((held) => held.person === person)
        .map(told)
        .at(-1);
      if (!last) continue;
      const all = [...last.inputs.earlier, last.statement];
      const owed = owedBy(
        last.inputs,
        all.map(({ period, assignment }) => ({ period, assignment })),
      );
      const taken = all.flatMap((one) => one.lines.filter(({ kind }) => kind === "clawback"));
      lines += taken.length;
      const keys = new Set([...owed.keys(), ...taken.map(({ dealId, lossId }) => `${dealId} ${lossId}`)]);
      for (const key of keys)
        expect([
          person,
          key,
          -sumOf(taken.filter(({ dealId, lossId }) => `${dealId} ${lossId}` === key)),
        ]).toEqual([person, key, owed.get(key) ?? 0n]);
    }
    expect(lines).toBeGreaterThan(5);
  });

  it("invariant 23: is what its frozen inputs give again, on every statement", () => {
    for (const held of state.statements) {
      const content = contentOf(held);
      expect([held.number, recomputation(content.statement, frozenInputs(state, content))]).toEqual([
        held.number,
        null,
      ]);
    }
  });

  it("holds what can happen: a plan changed in mid-year, a draw recovered, splits, a handover, disputes open and resolved", () => {
    const statements = state.statements.map((held) => ({ ...held, ...told(held) }));
    expect(state.plans.map(({ plan }) => `${plan.id}@${plan.version} ${plan.state}`)).toEqual([
      "ae-plan@1 retired",
      "ae-plan@2 active",
      "csm-plan@1 active",
      "am-plan@1 active",
    ]);
    const draws = statements.flatMap(({ statement }) =>
      statement.lines.filter(({ kind }) => kind === "draw"),
    );
    expect(draws).toHaveLength(3);
    expect(sumOf(draws)).toBe(0n);
    const shared = statements.flatMap(({ statement }) =>
      statement.lines.filter(({ percent, kind }) => kind === "commission" && percent !== "100"),
    );
    expect(shared.map(({ percent }) => percent).sort()).toEqual(["30", "40", "60", "70"]);
    const [disputes, decisions] = [state.of("dispute"), state.of("decision")];
    expect([disputes.length, decisions.length]).toEqual([5, 3]);
    const decided = statements.flatMap(({ statement }) =>
      statement.lines.filter(({ part }) => part.startsWith("decision")),
    );
    expect(decided.map(({ amount }) => amount).sort()).toEqual(["0", "25000", "48000"]);
    expect(new Set(statements.map(({ status }) => status))).toEqual(
      new Set(["paid", "published", "reviewed", "draft"]),
    );
  });
});

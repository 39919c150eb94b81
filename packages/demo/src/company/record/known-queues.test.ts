import { day, instant } from "@termwise/core/kernel";
import { standingOn } from "@termwise/core/lifecycle";
import { assignmentsOn } from "@termwise/core/people";
import { linesOf } from "@termwise/core/work";
import { describe, expect, it } from "vitest";
import { recordsOf } from "./known-records.ts";

const today = day("2026-11-21");
const { company, records, rules } = recordsOf(today);

/** What the queue of whoever keeps a customer says of it. */
function linesOfKeeper(id: Parameters<typeof records.get>[0]) {
  const record = records.get(id);
  if (!record) throw new Error(`${id} is not there`);
  const { csm, am, ae } = assignmentsOn(record, today);
  const keeper = csm ?? am ?? ae;
  return linesOf(
    {
      record,
      rules,
      name: id,
      arr: 0n,
      currency: company.workspace.reportingCurrency,
      renewalOn: null,
      standing: standingOn(record, rules, today),
      divergences: [],
      health: null,
    },
    { now: instant(`${today}T12:00:00Z`), today, isMine: (name) => name === keeper, by: null },
  );
}

describe("the today queues of the demo company", () => {
  it("name evidence out of date for exactly the customers whose evidence has run out", () => {
    const told = [...records.keys()].filter((id) => linesOfKeeper(id).some(({ kind }) => kind === "stale"));
    expect(told.sort()).toEqual([...company.answers.stale].sort());
  });

  it("ask for no call, renewal, owner or evidence of a customer that has left", () => {
    const gone = [...company.answers.stages].flatMap(([id, stage]) => (stage === "churn" ? [id] : []));
    expect(gone.length).toBeGreaterThan(20);
    const asked = gone.flatMap((id) => linesOfKeeper(id).map(({ kind }) => kind));
    expect(asked.filter((kind) => !["task", "promise", "handoff"].includes(kind))).toEqual([]);
  });
});

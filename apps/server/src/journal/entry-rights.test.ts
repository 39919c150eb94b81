import { entryRight, rights } from "@termwise/core/access";
import { AccountEntry, entryNames, WorkspaceEntry } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";

const kindsOf = (union: typeof AccountEntry | typeof WorkspaceEntry): string[] =>
  union.options.map((option) => option.shape.of.value);
const [ofAccounts, ofWorkspace] = [kindsOf(AccountEntry), kindsOf(WorkspaceEntry)];

describe("the right an entry takes", () => {
  it("is one that exists, for every kind there is", () => {
    const all = [...ofAccounts, ...ofWorkspace];
    expect(all.toSorted()).toEqual(Object.keys(entryNames).toSorted());
    expect(all.filter((kind) => !Object.hasOwn(rights, entryRight(kind)))).toEqual([]);
  });

  it("is more than writing for what lets an account pass or moves it back, and for every rule", () => {
    const beyond = (kinds: readonly string[]) =>
      Object.fromEntries(
        kinds.map((kind) => [kind, entryRight(kind)]).filter(([, right]) => right !== "journal_write"),
      );
    expect(beyond(ofAccounts)).toEqual({
      onboarded_flag: "onboarded_flag",
      waiver: "gates_waive",
      setback: "gates_waive",
    });
    // What teams agree on and say in sessions, what Finance enters, closed periods, how files are read, where data comes from and the views people keep are written by other rights.
    expect(beyond(ofWorkspace.filter((kind) => entryRight(kind) !== "rules_manage"))).toEqual({
      finance_period: "finance_write",
      target_set: "review_write",
      annotation: "review_write",
      commentary: "review_write",
      period_closed: "periods_close",
      period_reopened: "periods_close",
      term_proposal: "definitions_write",
      term_signature: "definitions_sign",
      term_trigger: "definitions_write",
      glossary_session: "definitions_write",
      session_answer: "definitions_write",
      session_step: "definitions_write",
      session_outcome: "definitions_write",
      session_note: "definitions_write",
      session_decision: "definitions_write",
      import_mapping: "imports_write",
      data_source: "imports_write",
      import_undone: "imports_write",
    });
  });

  it("of a kind nobody knows is the least there is, whatever objects inherit", () => {
    expect(["constructor", "toString", "nothing"].map(entryRight)).toEqual(Array(3).fill("journal_write"));
  });
});

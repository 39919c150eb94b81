import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalFact } from "../../facts/index.ts";
import { day, MemberId } from "../../kernel/index.ts";
import { isTermId } from "../../registry/index.ts";
import { clockOf } from "./clock.ts";
import { drives, teamsUnnamed } from "./drivers.ts";
import { answersSeenBy, beforeNextQuarter, carriedOver, findingsOf, outcomeOffered } from "./findings.ts";
import { budgetOf, termsOfSession } from "./plan.ts";
import { answerFault, dueFault, outcomeFault, stepFault, termsFault } from "./rules.ts";
import { type Session, tallyOf } from "./session.ts";
import { answer, at, found, held, made, step } from "./testing.ts";

describe("the time of a session (UX-50)", () => {
  it("45 minutes and ten terms leave 3:48 for each, after 3 minutes to open and before 4 to close", () => {
    expect(budgetOf({ minutes: 45, opening: 3, closing: 4, terms: { length: 10 } })).toEqual({
      total: 2_700,
      opening: 180,
      each: 228,
      closing: 240,
    });
  });
  it("is given out whole, whatever its length and however many terms", () => {
    const length = fc.record({
      minutes: fc.integer({ min: 10, max: 240 }),
      opening: fc.integer({ min: 0, max: 30 }),
      closing: fc.integer({ min: 0, max: 30 }),
      terms: fc.record({ length: fc.integer({ min: 1, max: 300 }) }),
    });
    fc.assert(
      fc.property(length, (of) => {
        const { total, opening, each, closing } = budgetOf(of);
        expect(opening + each * of.terms.length + closing).toBe(total);
        expect(Math.min(opening, each, closing)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("the timer", () => {
  const walk = [step(0, "started"), step(180, "moved", "nrr"), step(300, "paused"), step(360, "resumed")];
  it("is told from what happened, and stands still while it is paused", () => {
    expect(clockOf(held(walk), at(400))).toMatchObject({
      running: true,
      whole: { elapsed: 340_000, budget: 2_700_000 },
      part: { elapsed: 160_000, budget: 760_000 },
    });
    expect(clockOf(held(walk.slice(0, 3)), at(9_000)).whole.elapsed).toBe(300_000);
  });
  it("never goes on to another term by itself, and counts on for one that is come back to", () => {
    const late = held([...walk, step(4_000, "moved", "onboarded"), step(4_010, "moved", "nrr")]);
    expect([held(walk).term, late.term]).toEqual(["nrr", "nrr"]);
    expect(clockOf(late, at(4_020)).part?.elapsed).toBe(120_000 + 3_640_000 + 10_000);
  });
  it("stops for good when the session is closed", () => {
    const over = held([...walk, step(500, "closing"), step(560, "closed")]);
    expect(clockOf(over, at(9_999))).toMatchObject({ running: false, part: null, closedAt: at(560) });
    expect(clockOf(over, at(9_999)).whole.elapsed).toBe(500_000);
  });
  it("gives every moment it ran to one part alone, and never runs backwards", () => {
    const steps = fc.array(
      fc.tuple(
        fc.integer({ min: -30, max: 300 }),
        fc.constantFrom("paused", "resumed", "moved", "closing", "revealed"),
        fc.constantFrom(...made.terms),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 300 }), (all, more) => {
        let now = 0;
        const facts = [step(0, "started")];
        for (const [later, name, term] of all) {
          now += later;
          facts.push(step(now, name, ["moved", "revealed"].includes(name) ? term : null));
        }
        const session = held(facts);
        const clocks = [0, more].map((past) => clockOf(session, at(Math.max(now, 0) + past)));
        const terms = [...(clocks[0]?.ofTerm.values() ?? [])].reduce((sum, ms) => sum + ms, 0);
        expect(terms).toBeLessThanOrEqual(clocks[0]?.whole.elapsed ?? 0);
        expect(clocks[1]?.whole.elapsed).toBeGreaterThanOrEqual(clocks[0]?.whole.elapsed ?? 0);
      }),
      { numRuns: 50 },
    );
  });
});

describe("answers (G-03, UX-50)", () => {
  const both = [
    answer("sales", "yes", { text: "Kickoff was held" }),
    answer("customer_success", "differently"),
  ];
  const seenBy = (
    session: Session,
    team: "sales" | "customer_success" | null,
    member: string | null = null,
  ) => {
    const [nrr] = session.terms;
    return nrr && answersSeenBy(session, nrr, { team, member }).map(({ state }) => state);
  };
  it("of the other team are hidden until they are revealed, to whoever looks", () => {
    const before = held([step(0, "started"), step(5, "moved", "nrr"), ...both]);
    expect(seenBy(before, "sales")).toEqual(["seen", "hidden"]);
    expect(seenBy(before, null)).toEqual(["hidden", "hidden"]);
    expect(seenBy(before, null, "mem_customer_success")).toEqual(["hidden", "seen"]);
    const after = held([step(0, "started"), ...both, step(20, "revealed", "nrr")]);
    expect(seenBy(after, null)).toEqual(["seen", "seen"]);
    expect(after.terms[0] && outcomeOffered(after, after.terms[0])).toBe("divergent");
    expect(before.terms[0] && outcomeOffered(before, before.terms[0])).toBeNull();
  });
  it("come to agreed, none written or divergent", () => {
    const offered = (...answers: JournalFact[]) => {
      const session = held([...answers, step(20, "revealed", "nrr")]);
      return session.terms[0] && outcomeOffered(session, session.terms[0]);
    };
    const [yes, no] = [answer("sales", "yes"), answer("customer_success", "no")];
    expect(offered(yes, answer("customer_success", "yes"))).toBe("agreed");
    expect(offered(answer("sales", "no"), no)).toBe("none_written");
    expect(offered(yes, no)).toBe("divergent");
    expect(offered(yes)).toBeNull();
    const saying = (text: string) => [
      answer("sales", "yes", { text: "Four of four." }),
      answer("customer_success", "yes", { text }),
    ];
    expect([offered(...saying("four of  four")), offered(...saying("Kickoff"))]).toEqual([
      "agreed",
      "divergent",
    ]);
  });
  it("are not given once they are in sight, nor by a team that takes no part, nor on use where it is not asked", () => {
    const session = held([step(0, "started"), step(20, "revealed", "nrr")]);
    const fault = (term: string, team: "sales" | "product", used: boolean | null = null) =>
      answerFault(session, { term, team, used });
    expect(fault("nrr", "sales")).toMatch(/in sight/);
    expect(fault("onboarded", "sales")).toBeNull();
    expect(fault("onboarded", "product")).toMatch(/does not take part/);
    expect(fault("onboarded", "sales", true)).toMatch(/CS and Product only/);
    expect(fault("grr", "sales")).toMatch(/not a term of this session/);
  });
});

describe("steps and findings", () => {
  it("are taken in an order that makes sense, and say what to do instead", () => {
    const wanted = (
      session: Session,
      name: Parameters<typeof stepFault>[1]["step"],
      term: string | null = null,
    ) => stepFault(session, { step: name, term });
    const [planned, begun] = [held([]), held([step(0, "started")])];
    expect(wanted(planned, "moved", "nrr")).toMatch(/Start it first/);
    expect([wanted(planned, "started"), wanted(begun, "started")]).toEqual([
      null,
      expect.stringMatching(/begun already/),
    ]);
    expect([wanted(begun, "resumed"), wanted(begun, "paused")]).toEqual(["The timer runs already", null]);
    expect(wanted(begun, "moved", "grr")).toMatch(/not a term of this session/);
    expect(wanted(begun, "closing", "nrr")).toMatch(/about no term/);
    expect(wanted(held([step(0, "started"), step(1, "closed")]), "resumed")).toMatch(/is over/);
  });
  it("compare only what both teams have seen", () => {
    const shown = [step(0, "started"), answer("sales", "yes"), step(15, "revealed", "nrr")];
    const begun = held([...shown, answer("customer_success", "yes")]);
    const fault = (term: string, outcome: "agreed" | "divergent" | "parked", session = begun) =>
      outcomeFault(session, { term, outcome });
    expect([fault("nrr", "agreed"), fault("onboarded", "parked")]).toEqual([null, null]);
    expect(fault("onboarded", "agreed")).toMatch(/Reveal the answers first/);
    expect(fault("nrr", "agreed", held(shown))).toMatch(/^Customer success has not answered/);
    expect(fault("nrr", "divergent", held(shown))).toBeNull();
    expect(fault("nrr", "parked", held([]))).toMatch(/Start it first/);
  });
  it("reveal the term one is at, once every team has answered or somebody says that they reveal it without", () => {
    const at = [step(0, "started"), step(5, "moved", "nrr"), answer("sales", "yes")];
    const fault = (session: Session, term: string, without = false) =>
      stepFault(session, { step: "revealed", term, without });
    expect(fault(held(at), "nrr")).toMatch(/^Customer success has not answered/);
    expect(fault(held(at), "nrr", true)).toBeNull();
    expect(fault(held([...at, answer("customer_success", "no")]), "nrr")).toBeNull();
    expect(fault(held(at), "onboarded", true)).toMatch(/not at this term/);
    expect(fault(held(at.slice(0, 2)), "nrr")).toMatch(/^Sales and Customer success have not answered/);
  });
  it("are taken by its owner, the set's, those named, a team nobody is named of, and who looks after the set", () => {
    const by = (role: Parameters<typeof drives>[1]["role"], member = "mem_x", session = held([])) =>
      drives(session, { member, role }, "mem_keeper");
    expect([by("ae"), by("csm"), by("revops"), by("workspace_admin")]).toEqual([true, true, true, true]);
    expect([by("finance"), by("product"), by("cs_ops"), by(null)]).toEqual([false, false, true, false]);
    expect([by("finance", "mem_1"), by("finance", "mem_keeper")]).toEqual([true, true]);
    const named = held([], {
      participants: [{ team: "sales", members: [MemberId.parse("mem_ae")] }],
      owner: MemberId.parse("mem_owner"),
    });
    expect(teamsUnnamed(named)).toEqual(["customer_success"]);
    expect([by("ae", "mem_x", named), by("ae", "mem_ae", named), by("csm", "mem_x", named)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([by("finance", "mem_owner", named), by("revops", "mem_x", named)]).toEqual([true, true]);
  });
  it("G-14 put divergent terms on the agenda first, then those without a definition; the rest is carried over", () => {
    const session = held([
      found("nrr", "none_written"),
      found("onboarded", "agreed"),
      found("nrr", "none_written"),
      found("at-risk", "divergent"),
    ]);
    expect(findingsOf(session)).toEqual([
      { term: "at-risk", outcome: "divergent" },
      { term: "nrr", outcome: "none_written" },
    ]);
    expect(
      carriedOver(held([found("nrr", "parked"), found("nrr", "agreed"), found("onboarded", "parked")])),
    ).toEqual(["onboarded", "at-risk"]);
    expect(tallyOf(session)).toEqual({ agreed: 1, none_written: 1, divergent: 1, parked: 0, open: 0 });
  });
  it("G-05 are due before the next quarter of the fiscal calendar", () => {
    const due = (on: string, fiscalYearStart: number) => beforeNextQuarter(day(on), { fiscalYearStart });
    expect([due("2026-11-28", 1), due("2026-11-28", 2), due("2026-12-31", 1)]).toEqual([
      "2026-12-31",
      "2027-01-31",
      "2026-12-31",
    ]);
    const fault = (on: string) => dueFault(day(on), { from: day("2026-11-28"), to: day("2026-12-31") });
    expect(["2026-11-28", "2026-12-31"].map(fault)).toEqual([null, null]);
    for (const on of ["2026-11-27", "2027-01-01"])
      expect(fault(on)).toBe(`${on} is not from 2026-11-28 to 2026-12-31, before the next quarter begins`);
  });
});

describe("the terms of a session", () => {
  it("are of its set, or those both sets cite most", () => {
    expect(termsFault("sales_cs", ["onboarded", "beta"])).toMatch(/belongs to CS and Product/);
    expect(termsFault("cs_product", ["nrr", "nps", "beta"])).toBeNull();
    expect(termsFault("cs_product", ["onboarded"])).toMatch(/belongs to Sales and CS/);
  });
  const choice = { set: "sales_cs", order: "first_section", since: null, proposals: [] } as const;
  const ids = (change: Partial<Parameters<typeof termsOfSession>[0]>) =>
    termsOfSession({ ...choice, scope: "short", ...change }).map(({ id: term }) => term);
  it("G-06 G-12 are the ten or six cited most, those of the first section first", () => {
    expect([ids({}).length, ids({ set: "cs_product" }).length]).toEqual([10, 6]);
    expect(ids({}).slice(0, 1)).toEqual(["onboarded"]);
    expect(ids({ order: "name" })[0]).toBe("at-risk");
  });
  it("G-26 are at least three, where one person sells and retains", () => {
    expect(ids({ scope: "least" })).toEqual(["onboarded", "at-risk", "nrr"]);
  });
  it("are all, or those whose definition changed since the set was last talked about", () => {
    const all = ids({ scope: "all" });
    expect(all.every(isTermId)).toBe(true);
    expect(ids({ scope: "changed" })).toEqual(all);
    expect(ids({ scope: "changed", since: day("2099-01-01") })).toEqual([]);
  });
});

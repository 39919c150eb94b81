import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, instant } from "../kernel/index.ts";
import { type Handoff, handoffSummary, handoffsOf, houseHandoffPolicy } from "./index.ts";
import { sectionsInOrder } from "./packet.ts";
import { type PlainEntry, recordOfPlain } from "./plain-handoff.ts";
import { scorecard } from "./scorecard.ts";

const closedAt = Date.parse("2026-03-02T09:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();
const after = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => iso(closedAt + minutes * 60_000));
const said = fc.oneof(
  fc.record({
    section: fc.constantFrom(...sectionsInOrder),
    text: fc.option(fc.constant("Written.")),
    noObjectors: fc.constant(undefined),
  }),
  fc.record({
    role: fc.constantFrom("champion", "sponsor", "daily_contact", "objector", "end_user"),
    who: fc.constantFrom("a", "b", "c"),
    state: fc.constantFrom("active", "left"),
  }),
  fc.constant({ section: "all" } as const),
  fc.constant({ promise: "A report" } as const),
  fc.constant({ promise: "An integration", technical: true } as const),
  fc.constant({ accepted: true } as const),
  fc.record({ returned: fc.constantFrom(...sectionsInOrder), missing: fc.constant("More of it") }),
  fc.record({ milestones: fc.constantFrom([], [["Live", 30, true] as const]) }),
  fc.record({ signed: fc.constantFrom("ae", "cs") }),
  fc.constant({ kickoff: ["Rep One"] } as const),
  fc.constant({ criteria: true } as const),
  fc.constant({ movedTo: "Kim" } as const),
);
const entry = fc
  .tuple(after, fc.constantFrom("mem_rep", "mem_kim"), said)
  .map(([at, by, what]) => ({ at, by, ...what }) as PlainEntry);
const deal: PlainEntry = { at: iso(closedAt), deal: "A" };
const story = fc.array(entry, { maxLength: 15 }).map((entries) => [deal, ...entries]);
const asOf = (ms: number) => ({ now: instant(iso(ms)), today: day(iso(ms).slice(0, 10)) });
const later = closedAt + 60 * 24 * 3_600_000;
const told = (journal: PlainEntry[], now = later): Handoff =>
  handoffsOf(recordOfPlain({ journal }), { journal: [] }, asOf(now))[0]!;

describe("whatever is put on record in whatever order", () => {
  it("the packet is complete exactly when all six sections are filled, and its score is 1 exactly then", () => {
    fc.assert(
      fc.property(story, (journal) => {
        const { sections, filled, complete, scorecard: card } = told(journal);
        expect(filled).toBe(sections.filter(({ state }) => state === "filled").length);
        expect(complete).toBe(filled === 6);
        expect(card.score === "1.000000").toBe(complete);
        for (const { state, missing, filled: has, required } of sections) {
          expect(missing.length === 0).toBe(state === "filled");
          expect(has + missing.length).toBe(required);
        }
      }),
    );
  });
  it("status, verdict and phase follow from gates, reviews and sections", () => {
    fc.assert(
      fc.property(story, (journal) => {
        const { status, verdict, gates, reviews, phase, waiting, acceptedAt } = told(journal);
        const states = gates.map(({ state }) => state);
        expect(verdict === "late").toBe(states.includes("late") || states.includes("missed"));
        expect(verdict === "on_time").toBe(states.every((state) => state === "met"));
        expect(status === "accepted").toBe(reviews.at(-1)?.outcome === "accepted");
        if (status === "returned") expect(reviews.at(-1)?.outcome).toBe("returned");
        expect(waiting === null).toBe(phase !== "open");
        expect(acceptedAt === null).toBe(reviews.every(({ outcome }) => outcome === "returned"));
      }),
    );
  });
  it("a document is valid only when both sides signed it after it was last written and before the kickoff", () => {
    fc.assert(
      fc.property(story, (journal) => {
        const { expectations, kickoff } = told(journal);
        const { document, signatures, signedAt, valid } = expectations;
        if (!valid) return;
        expect([signatures.ae, signatures.cs]).not.toContain(null);
        for (const side of [signatures.ae, signatures.cs])
          expect((side?.at ?? "") >= (document?.at ?? "?")).toBe(true);
        expect(signatures.ae?.by).not.toBe(signatures.cs?.by);
        if (kickoff.held) expect((signedAt ?? "?") < kickoff.held.at).toBe(true);
      }),
    );
  });
  it("what happens later changes no answer about an earlier moment", () => {
    fc.assert(
      fc.property(
        story,
        fc.array(entry, { maxLength: 5 }),
        fc.integer({ min: 0, max: 30 }),
        (journal, more, days) => {
          const then = closedAt + days * 24 * 3_600_000;
          const future = more.filter(({ at }) => Date.parse(at) > then);
          expect(summed(told([...journal, ...future], then))).toEqual(summed(told(journal, then)));
        },
      ),
    );
  });
  it("a gate that is late or missed never becomes one that was met", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 40 }), (journal, days) => {
        const early = told(journal, closedAt + days * 24 * 3_600_000);
        const end = told(journal);
        // What a later version of the document or a later promise asks for is asked anew.
        for (const [at, { state, gate }] of early.gates.entries())
          if ((state === "late" || state === "missed") && gate !== "expectations" && gate !== "technical")
            expect(end.gates[at]?.state).not.toBe("met");
      }),
    );
  });
});

/** A handoff without the ids, which name the place of an entry in the story. */
function summed({ gates, sections, status, verdict, phase, filled, completeAt }: Handoff) {
  return { gates, status, verdict, phase, filled, completeAt, states: sections.map(({ state }) => state) };
}

describe("the scorecard", () => {
  const sections = (filled: readonly number[]) =>
    sectionsInOrder.map((section, at) => ({ section, filled: filled[at] ?? 0, required: 4 }));
  it("is 0 for an empty packet, 1 for a full one, and the weighted share between", () => {
    expect(scorecard(sections([]), houseHandoffPolicy).score).toBe("0.000000");
    expect(scorecard(sections([4, 4, 4, 4, 4, 4]), houseHandoffPolicy).score).toBe("1.000000");
    expect(scorecard(sections([4, 2]), houseHandoffPolicy).score).toBe("0.250000");
    const heavy = { ...houseHandoffPolicy, handoffWeightUseCase: 5 };
    expect(scorecard(sections([4, 2]), heavy).score).toBe("0.550000");
  });
  it("is unknown, not 0, where no section weighs anything", () => {
    const nothing = Object.fromEntries(
      Object.entries(houseHandoffPolicy).map(([name, value]) => [name, name.includes("Weight") ? 0 : value]),
    ) as typeof houseHandoffPolicy;
    expect(scorecard(sections([4]), nothing).score).toBeNull();
  });
});

describe("the summary", () => {
  it("counts only what is settled, and medians over accepted ones", () => {
    const packet: PlainEntry = { at: iso(closedAt + 3_600_000), section: "all" };
    const accept = (days: number): PlainEntry => ({ at: iso(closedAt + days * 86_400_000), accepted: true });
    const kickoff: PlainEntry = { at: iso(closedAt + 5 * 86_400_000), kickoff: [] };
    const back: PlainEntry = { at: iso(closedAt + 7_200_000), returned: "technical", missing: "SSO" };
    const handoffs = [
      told([deal, packet, accept(1), kickoff]),
      told([deal, packet, back, accept(2), kickoff]),
      told([deal, packet, accept(6), kickoff]),
      told([deal], closedAt + 3_600_000),
    ];
    expect(handoffSummary(handoffs)).toEqual({
      handoffs: 4,
      acceptedOnTime: "0.666667",
      settled: 3,
      returned: "0.333333",
      reviewed: 3,
      medianToAccept: 2 * 86_400_000,
      score: "0.750000",
    });
    const unrecorded = recordOfPlain({ journal: [], lines: [{ from: "2026-03-02", arr: "6000" }] });
    const [imported] = handoffsOf(unrecorded, { journal: [] }, asOf(later));
    expect(imported).toMatchObject({ onRecord: false, status: "not_started" });
    expect(handoffSummary([...handoffs, imported!]).handoffs).toBe(4);
    expect(handoffSummary([])).toMatchObject({ acceptedOnTime: null, returned: null, medianToAccept: null });
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import type { Gate, Handoff } from "./index.ts";
import { handoffsOf } from "./index.ts";
import {
  momentOf,
  type PlainEntry,
  type PlainHandoff,
  recordOfPlain,
  rulesOfPlain,
} from "./plain-handoff.ts";

/** The handoffs of a plain record at a moment. */
function at(now: string, plain: PlainHandoff): Handoff[] {
  const moment = momentOf(now);
  return handoffsOf(recordOfPlain(plain), rulesOfPlain(plain), {
    now: moment,
    today: day(moment.slice(0, 10)),
  });
}
const one = (now: string, ...journal: PlainEntry[]): Handoff => at(now, { journal })[0]!;
const gate = (handoff: Handoff, name: Gate["gate"]): Gate =>
  handoff.gates.find((found) => found.gate === name)!;

const close: PlainEntry = { at: "2026-03-02T09:00:00Z", deal: "Northwind", signedOn: "2026-03-02" };
const packet: PlainEntry = { at: "2026-03-03T10:00:00Z", section: "all" };
const accepted: PlainEntry = { at: "2026-03-05T10:00:00Z", by: "mem_kim", accepted: true };
const agreed: readonly PlainEntry[] = [
  {
    at: "2026-03-04T10:00:00Z",
    milestones: [
      ["ERP integration", 30],
      ["First automated report", 45, true],
      ["CFO dashboard", 60],
    ],
  },
  { at: "2026-03-04T11:00:00Z", by: "mem_rep", signed: "ae" },
  { at: "2026-03-05T11:00:00Z", by: "mem_kim", signed: "cs" },
];
const criteria: PlainEntry = { at: "2026-03-06T09:00:00Z", by: "mem_kim", criteria: true };
const kickoff: PlainEntry = { at: "2026-03-07T09:00:00Z", by: "mem_kim", kickoff: ["Rep One", "con_coo"] };
const moved: PlainEntry = { at: "2026-03-14", by: "mem_rep", movedTo: "Kim" };

describe("a handoff that goes as it should", () => {
  it("S-10 packet done, kickoff joined and ownership moved within 14 days", () => {
    const handoff = one("2026-03-20", close, packet, accepted, ...agreed, criteria, kickoff, moved);
    expect(handoff).toMatchObject({
      status: "accepted",
      phase: "finished",
      verdict: "on_time",
      waiting: null,
    });
    expect(handoff.gates.map(({ gate: name, state }) => `${name} ${state}`)).toEqual([
      "packet met",
      "review met",
      "expectations met",
      "technical met",
      "ownership met",
    ]);
    expect(handoff.kickoff.held?.attendedBy).toContain("Rep One");
    expect(handoff.ownership).toMatchObject({ dueOn: "2026-03-16", moved: { on: "2026-03-14", to: "Kim" } });
  });
  it("S-10 ownership on day 15 is late, whatever else went well", () => {
    const handoff = one("2026-03-20", close, packet, accepted, ...agreed, criteria, kickoff, {
      ...moved,
      at: "2026-03-17",
    });
    expect(handoff).toMatchObject({ phase: "finished", verdict: "late" });
    expect(gate(handoff, "ownership")).toMatchObject({ state: "late", dueOn: "2026-03-16" });
  });
  it("S-20 packet complete within 48 hours and reviewed by the CSM before the kickoff is on time", () => {
    const handoff = one("2026-03-08", close, packet, accepted, ...agreed, criteria, kickoff);
    expect(gate(handoff, "packet")).toMatchObject({ state: "met", dueAt: "2026-03-04T09:00:00.000Z" });
    expect(gate(handoff, "review").state).toBe("met");
    expect(handoff).toMatchObject({ verdict: "open", waiting: { side: "cs" } });
  });
  it("S-20 accepted only after the kickoff is late", () => {
    const handoff = one(
      "2026-03-10",
      close,
      packet,
      { ...accepted, at: "2026-03-08" },
      ...agreed,
      criteria,
      kickoff,
    );
    expect(gate(handoff, "review")).toMatchObject({
      state: "late",
      reason: "the packet was accepted after the kickoff",
    });
    expect(handoff.verdict).toBe("late");
  });
  it("S-21 a kickoff on day 5 brings criteria, timeline, go-live and a 30-day plan, with everything in order before it", () => {
    const handoff = one("2026-03-08", close, packet, accepted, ...agreed, criteria, kickoff);
    expect(handoff.kickoff.held).toMatchObject({ on: "2026-03-07", plan: "Thirty days, a step a week" });
    expect(handoff.kickoff).toMatchObject({ ready: true, missingOutputs: [] });
  });
  it("S-21 a kickoff that brought nothing says what is missing, and what had been missing before it", () => {
    const handoff = one("2026-03-08", close, packet, {
      ...kickoff,
      kickoff: [],
      outputs: false,
    } as PlainEntry);
    expect(handoff.kickoff.missingOutputs).toEqual(["successCriteria", "timeline", "goLiveOn", "plan"]);
    expect(handoff.kickoff.before.filter((item) => !item.met).map(({ item }) => item)).toEqual([
      "packet",
      "criteria",
      "expectations",
    ]);
  });
});

describe("technical promises", () => {
  const promised = (toldAt?: string): PlainEntry => ({
    at: "2026-03-02T10:00:00Z",
    promise: "A custom API integration",
    technical: true,
    toldAt,
  });
  it("S-13 a custom API integration the CSE never heard of before the kickoff fails the handoff", () => {
    const handoff = one(
      "2026-03-20",
      close,
      packet,
      promised(),
      accepted,
      ...agreed,
      criteria,
      kickoff,
      moved,
    );
    expect(gate(handoff, "technical")).toMatchObject({
      state: "missed",
      reason: "the kickoff was held and the CSE does not know of: A custom API integration",
    });
    expect(handoff.verdict).toBe("late");
  });
  it("S-13 told before the kickoff it passes, told at the kickoff or after it is late", () => {
    const state = (toldAt: string) =>
      gate(one("2026-03-20", close, packet, promised(toldAt), kickoff), "technical").state;
    expect(state("2026-03-07T08:59:59Z")).toBe("met");
    expect(state("2026-03-07T09:00:00Z")).toBe("late");
    expect(state("2026-03-09")).toBe("late");
  });
});

describe("deal context", () => {
  it("S-22 the note told field by field fills the section; the CSE promised for 60 days is a promise of its own", () => {
    const handoff = one(
      "2026-03-03",
      close,
      {
        at: "2026-03-02T12:00:00Z",
        section: "deal_context",
        context: {
          why_now: "A rollout of another product failed 18 months ago",
          pain: "Reports are put together by hand",
          influencers: "The COO, won over by pipeline reporting in the trial",
          objections: "Complexity",
          near_loss: "Nobody believed a second rollout would go better",
        },
      },
      { at: "2026-03-02T12:05:00Z", promise: "A dedicated CSE for the first 60 days", due: "2026-05-01" },
      { at: "2026-03-02T12:10:00Z", role: "champion", who: "coo" },
      { at: "2026-03-02T12:10:00Z", role: "sponsor", who: "cfo" },
    );
    const section = handoff.sections.find((found) => found.section === "deal_context");
    expect(section).toMatchObject({ state: "filled", filled: 5, required: 5, by: "mem_rep" });
    expect(handoff.promises).toMatchObject([{ dueOn: "2026-05-01", state: "open", overdue: false }]);
    expect(handoff.people).toMatchObject({
      champion: ["con_coo"],
      sponsor: ["con_cfo"],
      missing: ["daily contact", "objectors, or that there are none"],
    });
  });
  it("S-22 deal data is not deal context: contract lines fill no section", () => {
    const lines = [{ from: "2026-03-02", to: "2027-03-01", arr: "48000", signedOn: "2026-03-02" }];
    const [handoff] = at("2026-03-03", { journal: [], lines });
    expect(handoff).toMatchObject({ status: "not_started", filled: 0, scorecard: { score: "0.000000" } });
  });
});

describe("the expectations document", () => {
  it("S-23 three commitments confirmed by both sides before the kickoff are valid and three tracked milestones", () => {
    const handoff = one("2026-03-08", close, ...agreed, kickoff);
    expect(handoff.expectations).toMatchObject({ valid: true, missing: [], outdated: [] });
    expect(
      handoff.expectations.milestones.map(({ what, dueOn, goLive, state }) => [what, dueOn, goLive, state]),
    ).toEqual([
      ["ERP integration", "2026-04-01", false, "open"],
      ["First automated report", "2026-04-16", true, "open"],
      ["CFO dashboard", "2026-05-01", false, "open"],
    ]);
    expect(one("2026-04-02", close, ...agreed, kickoff).expectations.milestones[0]?.state).toBe("late");
  });
  it("S-39 what was promised and never signed is flagged before the kickoff", () => {
    const promised: PlainEntry = { at: "2026-03-02T10:00:00Z", promise: "Migration of ten years of data" };
    const missing = (...entries: PlainEntry[]) =>
      one("2026-03-06", close, packet, promised, ...entries).kickoff.before.find(
        ({ item }) => item === "expectations",
      )?.missing;
    expect(missing()).toEqual(["the expectations document"]);
    expect(missing(agreed[0]!, agreed[1]!)).toEqual(["the signature of Customer Success"]);
    expect(missing(...agreed)).toEqual([]);
  });
  it("S-39 a document changed after it was signed has to be signed anew", () => {
    const changed: PlainEntry = { at: "2026-03-06T10:00:00Z", milestones: [["ERP integration", 20]] };
    const handoff = one("2026-03-08", close, ...agreed, changed, kickoff);
    expect(handoff.expectations).toMatchObject({ valid: false, outdated: ["ae", "cs"], signedAt: null });
    expect(gate(handoff, "expectations").state).toBe("missed");
  });
  it("two signatures of one person are one where the account has a CSM", () => {
    const twice: PlainEntry[] = [agreed[0]!, agreed[1]!, { at: "2026-03-05", by: "mem_rep", signed: "cs" }];
    expect(one("2026-03-06", close, ...twice).expectations.missing).toEqual([
      "the signature of Customer Success",
    ]);
  });
});

describe("an account without a CSM", () => {
  it("S-36 one person hands over to themselves: selling to retaining, signed twice, on time", () => {
    const byRep = (entry: PlainEntry): PlainEntry => ({ ...entry, by: "mem_rep" });
    const journal = [close, packet, accepted, ...agreed, criteria, kickoff, { ...moved, movedTo: "Rep One" }];
    const [handoff] = at("2026-03-20", { journal: journal.map(byRep), csm: null });
    expect(handoff).toMatchObject({
      onePerson: true,
      verdict: "on_time",
      ownership: { moved: { to: "Rep One" } },
    });
  });
});

it("S-36 without AE and CSM the AM sells and keeps; without an AM who sold keeps", () => {
  const owners = (held: Pick<PlainHandoff, "ae" | "am" | "csm">) => {
    const [handoff] = at("2026-03-20", { journal: [close], ...held });
    return [handoff?.ae, handoff?.keeper];
  };
  expect(owners({ ae: null, am: "Rita", csm: null })).toEqual(["Rita", "Rita"]);
  expect(owners({ ae: "Rep One", am: "Rita", csm: null })).toEqual(["Rep One", "Rita"]);
  expect(owners({ ae: "Rep One", am: null, csm: null })).toEqual(["Rep One", "Rep One"]);
  expect(owners({ ae: "Rep One", am: "Rita", csm: "Kim" })).toEqual(["Rep One", "Kim"]);
});

describe("a kickoff on an empty packet", () => {
  it("S-37 is late although the kickoff was held, even within the 48 hours", () => {
    const early: PlainEntry = { ...kickoff, at: "2026-03-03T09:00:00Z" };
    const handoff = one("2026-03-03T10:00:00Z", close, early);
    expect(handoff.verdict).toBe("late");
    expect(gate(handoff, "packet")).toMatchObject({
      state: "missed",
      reason: "the packet was empty at the kickoff",
    });
  });
  it("S-37 stays late when the packet is written afterwards", () => {
    const handoff = one("2026-03-20", close, kickoff, { ...packet, at: "2026-03-08" });
    expect(handoff).toMatchObject({ verdict: "late", complete: true, status: "ready" });
    expect(gate(handoff, "packet")).toMatchObject({
      state: "late",
      reason: "the packet was empty at the kickoff",
    });
  });
});

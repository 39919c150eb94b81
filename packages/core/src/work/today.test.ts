import { describe, expect, it } from "vitest";
import { comparedOn } from "../divergence/index.ts";
import { AccountEntry } from "../facts/index.ts";
import { recordOfPlain } from "../handoff/plain-handoff.ts";
import { ContactId, Currency, day, EntryId, instant } from "../kernel/index.ts";
import { customerOf, type PlainCustomer, standingOn } from "../lifecycle/index.ts";
import { taskOf } from "./plain-work.ts";
import type { QueueAsked, QueueCase } from "./queue-line.ts";
import { linesOf, todayQueue } from "./today.ts";

const usd = Currency.parse("USD");
const today = day("2026-11-20");
const mara: QueueAsked = {
  now: instant("2026-11-20T09:12:00Z"),
  today,
  isMine: (name) => name === "Mara Klein",
  by: "mem_mara",
};
const theo: QueueAsked = { ...mara, isMine: (name) => name === "Theo Novak", by: "mem_theo" };
const owners = { csm: "Mara Klein", ae: "Theo Novak" };
const contract = { from: "2026-01-05", to: "2027-01-20", arr: "180000" } as const;

function caseOf(plain: PlainCustomer, rest: Partial<QueueCase> = {}): QueueCase {
  const { record, rules } = customerOf({ lines: [contract], owners, ...plain });
  const standing = standingOn(record, rules, today);
  const { divergences } = comparedOn(record, rules, today);
  return {
    record,
    rules,
    name: "Halden Freight",
    arr: 18_000_000n,
    currency: usd,
    renewalOn: day("2027-01-21"),
    standing,
    divergences,
    health: null,
    ...rest,
  };
}

const entry = (at: string, of: AccountEntry) => ({ at, entry: of });
const reasons = (plain: PlainCustomer, asked: QueueAsked = mara) =>
  linesOf(caseOf(plain), asked).map(({ reason }) => reason);
const touch = entry("2026-11-10", {
  of: "touchpoint",
  type: "call",
  direction: null,
  contacts: [],
  ours: [],
  text: "Spoke about the rollout.",
  outcome: null,
  nextStep: null,
});
const deal = (at: string) =>
  entry(at, { of: "deal_closed", opportunity: "O-1", signedOn: day(at.slice(0, 10)) });

describe("the today queue", () => {
  it("names a renewal whose conversation was not begun in time, and what is not prepared", () => {
    const lines = reasons({ entries: [touch] });
    expect(lines).toContain("Renewal in 62 d, conversation 31 d late");
    expect(lines).toContain("Renewal in 62 d, health check not in the calendar");
    const started = entry("2026-10-01", {
      of: "renewal_started",
      termEndsOn: day("2027-01-20"),
      owner: { name: "Mara Klein", role: "csm" },
    });
    expect(reasons({ entries: [touch, started] })).not.toContain("Renewal in 62 d, conversation 31 d late");
  });

  it("names a task due today or overdue of whoever asks, and not that of a colleague", () => {
    const task = (assignee: string | null, due: string) =>
      entry("2026-11-01", taskOf({ title: "Send quote", due, assignee }));
    expect(reasons({ entries: [task("Mara Klein", "2026-11-18")] })).toContain("Task 2 d late: Send quote");
    expect(reasons({ entries: [task(null, "2026-11-20")] })).toContain("Task due today: Send quote");
    expect(reasons({ entries: [task("Theo Novak", "2026-11-18")] }).join()).not.toMatch(/Send quote/);
    expect(reasons({ entries: [task("Mara Klein", "2026-11-21")] }).join()).not.toMatch(/Send quote/);
  });

  it("tells who sold of a packet to write, and who keeps the customer only once it is late", () => {
    const justClosed = { lines: [contract], entries: [deal("2026-11-19T08:00:00Z")] };
    expect(reasons(justClosed, theo)).toContain("Handoff packet due in 22 h");
    expect(reasons(justClosed, mara).join()).not.toMatch(/packet/);
    const late = { lines: [contract], entries: [deal("2026-11-17T08:00:00Z")] };
    expect(reasons(late, theo)).toContain("Handoff packet 25 h late");
    expect(reasons(late, mara)).toContain("Handoff packet 25 h late");
  });

  it("tells the signatures of both sides apart, so that whoever looks over both can put off one", () => {
    const record = recordOfPlain({
      journal: [
        { at: "2026-11-16T08:00:00Z", deal: "O-1", signedOn: "2026-11-16" },
        { at: "2026-11-16T09:00:00Z", section: "all" },
        { at: "2026-11-17T09:00:00Z", accepted: true },
        { at: "2026-11-17T10:00:00Z", milestones: [["Live", 45, true]] },
      ],
      lines: [{ from: "2026-11-16", to: "2027-11-15", arr: "180000" }],
    });
    const lead = { ...mara, isMine: () => false };
    const lines = linesOf({ ...caseOf({}), record }, lead).filter(({ reason }) => /signature/.test(reason));
    expect(lines.map(({ side }) => side).sort()).toEqual(["ae", "cs"]);
    expect(new Set(lines.map(({ subject }) => subject)).size).toBe(2);
  });

  it("names promises that are near, overdue, in danger or broken, and no others", () => {
    const promise = (state: "open" | "kept" | "at_risk" | "broken", dueOn: string) =>
      entry("2026-11-18T10:00:00Z", {
        of: "promise",
        text: "Data export",
        saidBy: null,
        technical: false,
        owner: "Mara Klein",
        dueOn: day(dueOn),
        state,
        cseInformedAt: null,
        link: null,
      });
    const told = (state: Parameters<typeof promise>[0], due: string) =>
      reasons({ entries: [deal("2026-11-17T08:00:00Z"), promise(state, due)] }).filter((one) =>
        one.startsWith("Promise"),
      );
    expect(told("open", "2026-11-25")).toEqual(["Promise due in 5 d: Data export"]);
    expect(told("open", "2026-11-18")).toEqual(["Promise 2 d late: Data export"]);
    expect(told("at_risk", "2027-03-01")).toEqual(["Promise at risk: Data export"]);
    expect(told("broken", "2026-11-10")).toEqual(["Promise broken: Data export"]);
    expect(told("open", "2027-03-01")).toEqual([]);
    expect(told("kept", "2026-11-10")).toEqual([]);
  });

  it("names a champion who left, what nobody answers for, and how long nobody was in touch", () => {
    const ana = ContactId.parse("con_ana");
    const role = (state: "active" | "left", since: string) =>
      entry(since, {
        of: "contact_role",
        contactId: ana,
        role: "champion",
        state,
        since: day(since),
        influence: null,
        sentiment: null,
        counterpart: null,
        note: null,
      });
    const lines = reasons({ entries: [role("active", "2026-02-01"), role("left", "2026-11-09")] });
    expect(lines).toContain("Champion left 11 d ago");
    expect(lines).toContain("Nobody answers for its renewal and its growth");
    expect(lines).toContain("No touchpoint on record");
    expect(reasons({ entries: [{ ...touch, at: "2026-06-01" }] })).toContain("No touchpoint for 172 d");
    expect(reasons({ entries: [touch] }).join()).not.toMatch(/touchpoint/);
  });

  it("names who is at risk until a play is begun, use that fell, and a red flag, and ranks by what is at risk", () => {
    const fell = { on: day("2026-11-15"), days: 14, before: 500, after: 310, percent: 38 };
    const flags = [{ entryId: EntryId.parse("ent_flag"), on: day("2026-11-17"), title: "Budget is frozen" }];
    const health = {
      score: "23 to 33",
      risk: 72n,
      atRiskSince: day("2026-11-08"),
      flags,
      fell,
      reasons: ["3 of 20 days with use"],
    };
    const one = { ...caseOf({ entries: [touch] }), health };
    const lines = linesOf(one, mara);
    expect(lines.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        "At risk at 23 to 33, renewal in 62 d",
        "Use down 38 % in 14 d, renewal in 62 d",
        "Red flag 3 d ago: Budget is frozen",
      ]),
    );
    expect(lines.find(({ kind }) => kind === "health")?.detail).toBe(
      "Since 2026-11-08. 3 of 20 days with use. No play was begun.",
    );
    // At risk it goes by its renewal, as in the at-risk queue, however near the deadline of the line is.
    expect(todayQueue([one], mara)[0]?.rank).toMatchObject({ risk: "0.72", urgency: "1.45" });
    expect(linesOf({ ...one, health: null }, mara).map(({ kind }) => kind)).not.toContain("use");
  });

  it("names a claim that evidence does not bear out, until somebody deals with it", () => {
    const claim = entry("2026-11-01", { of: "claim", system: "CRM", field: "Stage", label: "Onboarded" });
    const meaning = {
      on: "2026-01-01",
      entry: { of: "label_meaning", system: "CRM", field: "Stage", label: "Onboarded", means: "onboarded" },
    } as const;
    expect(reasons({ entries: [claim], rules: [meaning] })).toContain(
      "CRM says Onboarded, evidence shows Won",
    );
  });

  it("is another line when another divergence comes to many, however long they are, and can be put off", () => {
    const meaning = (label: string) =>
      ({
        on: "2026-01-01",
        entry: { of: "label_meaning", system: "CRM", field: label, label: "Onboarded", means: "onboarded" },
      }) as const;
    const fields = ["a", "b", "c", "d"].map((name) => `${name}${" long".repeat(25)}`);
    const subjectOf = (some: readonly string[]) => {
      const entries = some.map((field) =>
        entry("2026-11-01", { of: "claim", system: "CRM", field, label: "Onboarded" }),
      );
      return linesOf(caseOf({ entries, rules: fields.map(meaning) }), mara).find(
        ({ kind }) => kind === "divergence",
      )?.subject;
    };
    const [three, four] = [subjectOf(fields.slice(0, 3)), subjectOf(fields)];
    expect(three).not.toBe(four);
    const snooze = { of: "queue_snooze", subject: four, until: "2026-12-01" };
    expect(AccountEntry.parse(snooze)).toEqual(snooze);
  });

  it("says what a gate lacks when it is one clause only", () => {
    const usage = { on: "2026-11-19", users: 3, uses: 40, activeDays: 6, seats: 10, days: 7 };
    const one = caseOf({ usage: [usage] });
    const open = { ...one.standing, earned: "onboarded" as const };
    const lines = linesOf({ ...one, standing: open }, mara).map(({ reason }) => reason);
    expect(lines.filter((reason) => reason.startsWith("One clause short of Adopted"))).toHaveLength(1);
  });

  it("shows the most pressing line of an account, the others beneath it, and each account once", () => {
    const [card, ...others] = todayQueue([caseOf({ entries: [touch] })], mara);
    expect(others).toEqual([]);
    expect(card?.line.reason).toBe("Renewal in 62 d, conversation 31 d late");
    expect(card?.rank).toMatchObject({ arr: "180", risk: "0.50", urgency: "3.00", value: "270" });
    expect(card?.more.length).toBeGreaterThan(0);
  });

  it("hides what was put off until its day for who put it off, and what is done until it changes", () => {
    const [first] = linesOf(caseOf({ entries: [touch] }), mara);
    const subject = first?.subject ?? "";
    const put = (until: string) => {
      const one = caseOf({
        entries: [touch, entry("2026-11-19", { of: "queue_snooze", subject, until: day(until) })],
      });
      const journal = one.record.journal.map((fact) =>
        fact.entry.of === "queue_snooze" ? { ...fact, by: "mem_mara" } : fact,
      );
      return { ...one, record: { ...one.record, journal } };
    };
    const subjects = (one: QueueCase, asked: QueueAsked) => linesOf(one, asked).map((line) => line.subject);
    expect(subjects(put("2026-11-27"), mara)).not.toContain(subject);
    expect(subjects(put("2026-11-20"), mara)).toContain(subject);
    expect(subjects(put("9999-12-31"), mara)).not.toContain(subject);
    expect(subjects(put("9999-12-31"), { ...mara, by: "mem_head" })).toContain(subject);
  });

  it("has nothing to say about a customer that has left", () => {
    const gone = { lines: [{ from: "2025-01-05", to: "2026-01-04", arr: "9000" }], entries: [touch] };
    expect(reasons(gone)).toEqual([]);
  });
});

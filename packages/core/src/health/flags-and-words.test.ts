import { describe, expect, it } from "vitest";
import type { JournalFact } from "../facts/index.ts";
import { addDays, type Day, day, epochDay, instant } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { openFlagsOn } from "./flag-handling.ts";
import { flagRulesOn, flagsDue } from "./flag-rules.ts";
import { overrideOn, redFlagsOn } from "./on-record.ts";
import { outreachOn, outreachRate } from "./outreach.ts";
import { signsSeen } from "./seen-at.ts";
import { nps, recordOf, said, today } from "./testing.ts";
import { type AccountUseReading, dayRead, useSeries } from "./use-series.ts";

const champion = "con_ana" as never;

describe("red flags by rule", () => {
  const judged = { on: today, workingDays: [1, 2, 3, 4, 5] };
  const rules = flagRulesOn([], today);
  const raised = (record: CustomerRecord, days: AccountUseReading[] = [], mainUser: Day | null = null) =>
    flagsDue(
      signsSeen({
        record,
        series: useSeries([], days),
        told: { useUntil: today },
        mainUser: mainUser && { userId: "u1", lastUse: mainUser },
        on: today,
      }),
      rules,
      judged,
    ).map(({ rule, evidence }) => [rule.id, ...evidence.map(({ text }) => text)]);
  const role = (since: string, state: "active" | "moved" | "left") =>
    said(since, {
      of: "contact_role",
      contactId: champion,
      role: "champion",
      state,
      since: day(since),
      influence: null,
      sentiment: null,
      counterpart: null,
      note: null,
    });
  const mail = (on: string, direction: "ours" | "theirs") =>
    said(on, {
      of: "touchpoint",
      type: "email",
      direction,
      contacts: [champion],
      text: "A word",
      outcome: null,
      nextStep: null,
    });

  it("S-14 a champion who leaves raises one at once", () => {
    expect(raised(recordOf(role("2025-10-01", "active"), role("2026-06-05", "left")))).toEqual([
      ["champion_gone", "A champion left the customer"],
    ]);
  });
  it("S-18 a main user idle for 22 days and a champion silent to two mails raise one together, neither alone", () => {
    const silent = [role("2025-10-01", "active"), mail("2026-05-20", "ours"), mail("2026-05-28", "ours")];
    const idleSince = addDays(today, -22);
    expect(raised(recordOf(...silent), [], idleSince)).toEqual([
      [
        "idle_and_silent",
        "The main user has not used the product for 22 days",
        "The champion left our last 2 mails unanswered",
      ],
    ]);
    expect(raised(recordOf(...silent))).toEqual([]);
    expect(raised(recordOf(), [], idleSince)).toEqual([]);
    expect(raised(recordOf(...silent, mail("2026-05-29", "theirs")), [], idleSince)).toEqual([]);
  });
  it("S-34 logins: 50 % less within 30 days do, 49 % less do not", () => {
    const month = (logins: number) => [
      dayRead({ end: epochDay(today) - 31, activeUsers: 1, logins: 100, uses: 1, features: 1 }),
      dayRead({ end: epochDay(today) - 1, activeUsers: 1, logins, uses: 1, features: 1 }),
    ];
    expect([raised(recordOf(), month(50)).length, raised(recordOf(), month(51)).length]).toEqual([1, 0]);
  });
  it("logins of readings that do not end with the days looked at are spread over theirs: the same every month is no fall", () => {
    const monthly = [58, 30, 2].map((ago) => ({
      kind: "usage" as const,
      accountId: recordOf().accountId,
      feature: null,
      activity: "login" as const,
      days: 28,
      users: 9,
      uses: 90,
      activeDays: 20,
      seats: null,
      effectiveOn: addDays(today, -ago),
      recordedAt: instant("2026-06-07T00:00:00Z"),
      source: { system: "test", key: String(ago), file: null, line: null },
    }));
    const signs = signsSeen({
      record: recordOf(),
      series: useSeries(monthly),
      told: { useUntil: today },
      mainUser: null,
      on: today,
    });
    expect(signs.map(({ condition }) => condition)).toEqual([
      { what: "logins_fell", before: 96, after: 96, days: 30 },
    ]);
  });
  it("S-34 NPS from 8 to 5 does; from 7 to 5 and from 9 to 6 does not", () => {
    const fell = (from: number, to: number) =>
      raised(recordOf(nps("2026-03-01", from), nps("2026-06-01", to))).length;
    expect([fell(8, 5), fell(7, 5), fell(9, 6)]).toEqual([1, 0, 0]);
  });
  it("S-34 NPS falls within one cycle: an answer of longer ago than 100 days is not what it fell from", () => {
    const fell = (before: Day) => raised(recordOf(nps(before, 9), nps("2026-06-01", 4))).length;
    expect([-100, -101].map((ago) => fell(addDays(day("2026-06-01"), ago)))).toEqual([1, 0]);
  });
  it("S-34 a renewal meeting declined twice does, once does not; an integration broken for six working days does, for five does not", () => {
    const declined = (on: string) =>
      said(on, { of: "meeting_declined", termEndsOn: day("2026-09-30"), contactId: null, note: null });
    expect(raised(recordOf(declined("2026-05-30"))).length).toBe(0);
    expect(raised(recordOf(declined("2026-05-20"), declined("2026-05-30"))).length).toBe(1);
    const broken = (since: string, mendedOn: string | null) =>
      raised(
        recordOf(
          said(since, {
            of: "integration_outage",
            integration: "Payroll",
            key: true,
            mendedOn: mendedOn === null ? null : day(mendedOn),
          }),
        ),
      ).length;
    expect([broken("2026-05-28", null), broken("2026-05-29", "2026-06-05")]).toEqual([1, 0]);
  });
});

describe("what people say beside the score", () => {
  it("an override counts from its day until it expires, and a cleared flag is open no longer", () => {
    const record = recordOf(
      said("2026-06-01", {
        of: "health_override",
        score: 20,
        reason: "They merge",
        expiresOn: day("2026-06-20"),
      }),
      said("2026-06-02", {
        of: "red_flag",
        rule: null,
        title: "Merger",
        evidence: [{ on: day("2026-06-02"), text: "They said so" }],
        cleared: { on: day("2026-06-05"), reason: "It is off" },
      }),
    );
    const at = (on: string) => [
      overrideOn(record, day(on))?.entry.score ?? null,
      redFlagsOn(record, day(on)).map(({ open }) => open),
    ];
    expect([at("2026-05-31"), at("2026-06-04"), at("2026-06-19"), at("2026-06-20")]).toEqual([
      [null, []],
      [20, [true]],
      [20, [false]],
      [null, [false]],
    ]);
  });
  it("a flag that was accepted or is silenced calls for nothing, until the day it is heard again", () => {
    const flag = said("2026-06-01", {
      of: "red_flag",
      rule: null,
      title: "Merger",
      evidence: [{ on: day("2026-06-01"), text: "They said so" }],
      cleared: null,
    });
    const open = (
      on: string,
      state: "open" | "mitigating" | "accepted",
      silencedUntil: string | null = null,
    ) =>
      openFlagsOn(
        recordOf(
          flag,
          said("2026-06-03", {
            of: "flag_handling",
            flag: flag.entryId,
            state,
            severity: null,
            owner: null,
            run: null,
            silencedUntil: silencedUntil === null ? null : day(silencedUntil),
            reason: "We know",
          }),
        ),
        day(on),
      ).length;
    expect([open("2026-06-02", "accepted"), open("2026-06-03", "accepted")]).toEqual([1, 0]);
    expect(open("2026-06-03", "mitigating")).toBe(1);
    expect(["2026-06-09", "2026-06-10"].map((on) => open(on, "open", "2026-06-10"))).toEqual([0, 1]);
  });
  it("S-55 a detractor is to hear from us within 48 hours; what did not happen is told as it is", () => {
    const call = (at: string) =>
      said(at, {
        of: "touchpoint",
        type: "call",
        direction: "ours",
        contacts: [],
        text: "Called",
        outcome: null,
        nextStep: null,
      });
    const state = (...journal: JournalFact[]) =>
      outreachOn(recordOf(nps("2026-06-01", 5), ...journal), {
        on: today,
        now: instant("2026-06-07T10:00:00Z"),
      })[0]?.state;
    expect([state(call("2026-06-03")), state(call("2026-06-04")), state()]).toEqual([
      "in_time",
      "late",
      "overdue",
    ]);
    const all = outreachOn(
      recordOf(nps("2026-06-01", 5), call("2026-06-02"), nps("2026-06-05", 3, { person: "Ben" })),
      {
        on: today,
        now: instant("2026-06-09T10:00:00Z"),
      },
    );
    const rate = outreachRate(all);
    expect([all.length, rate.value]).toEqual([2, { n: 1n, d: 2n }]);
  });
});

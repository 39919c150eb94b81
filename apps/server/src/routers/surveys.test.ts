import { day, instant } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { demoCompany } from "@termwise/demo";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "../testing.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };

describe("surveys, asked of the server", () => {
  const on = testEngine("embedded");
  let store: Opened;
  beforeAll(async () => {
    store = await openedDemo(on, { clock });
  });

  it("are told as a count by hand of the answers on record tells them, and the accounts add up to them", async () => {
    const { scores, accounts, period, quarters, versions } = await store.api.surveys.scores();
    expect(period).toEqual({ text: "ttm:2026-10", from: "2025-11-01", to: "2026-10-31" });
    const latest = new Map<string, { at: string; score: number }>();
    for (const { accountId, at, effectiveOn, entry } of demoCompany({ today: day("2026-11-21") }).facts
      .journal) {
      if (entry.of !== "survey_answer" || entry.survey !== "nps") continue;
      if (effectiveOn < period.from || effectiveOn > period.to) continue;
      const key = `${accountId} ${entry.contactId ?? entry.person} ${entry.about}`;
      const earlier = latest.get(key);
      if (!earlier || earlier.at < at) latest.set(key, { at, score: entry.score });
    }
    const given = [...latest.values()].map(({ score }) => score);
    const [promoters, detractors] = [
      given.filter((score) => score >= 9).length,
      given.filter((score) => score <= 6).length,
    ];
    expect(given.length).toBeGreaterThan(50);
    expect(scores.nps).toMatchObject({ answers: given.length, promoters, detractors });
    expect(Number(scores.nps.value)).toBeCloseTo((100 * (promoters - detractors)) / given.length, 1);
    expect(accounts.reduce((sum, { nps }) => sum + nps.promoters, 0)).toBe(promoters);
    expect(accounts.reduce((sum, { nps }) => sum + nps.detractors, 0)).toBe(detractors);
    expect(accounts.reduce((sum, { csat }) => sum + csat.answers, 0)).toBe(scores.csat.answers);
    expect(quarters.map(({ text }) => text).at(-1)).toBe("2026-Q4");
    expect(versions.map(({ term }) => term)).toContain("experience-score");
  });
  it("keep the answers of customers who left since, and are unknown with a reason where too few answered", async () => {
    const { accounts } = await store.api.surveys.scores({ period: "2025-01-01..2026-10-31" });
    const customers = new Set(
      (await store.api.accounts.list({ status: ["customer"], pageSize: 500 })).rows.map(
        ({ accountId }) => accountId as string,
      ),
    );
    expect(accounts.some(({ accountId }) => !customers.has(accountId))).toBe(true);
    const { scores } = await store.api.surveys.scores({ period: "2026-10-01..2026-10-01" });
    expect(scores.nps.value).toBeNull();
    expect(scores.nps.reason).toMatch(/fewer than the 5 it takes/);
  });
  it("count no answer of who was no customer when it was given", async () => {
    const { scores: before } = await store.api.surveys.scores();
    const goneOn = async (on: string) =>
      (await store.api.accounts.list({ on: day(on), status: ["churned"], pageSize: 500 })).rows;
    const still = new Set((await goneOn("2026-10-31")).map(({ accountId }) => accountId));
    const left = (await goneOn("2026-10-01")).find(({ accountId }) => still.has(accountId));
    if (!left) throw new Error("Nobody left before October");
    const asked = { of: "survey_answer", survey: "nps", about: null, comment: null } as const;
    const entry = { ...asked, score: 0, contactId: null, person: "Ana" };
    const at = instant("2026-10-20T10:00:00Z");
    await store.api.journal.record({ accountId: left.accountId, at, entry });
    expect((await store.api.surveys.scores()).scores).toEqual(before);
  });
  it("refuse a period that has not begun", async () => {
    await expect(store.api.surveys.scores({ period: "2031-Q1" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

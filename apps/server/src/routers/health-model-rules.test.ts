import type { AccountEntry } from "@termwise/core/facts";
import { healthInWords, healthModels } from "@termwise/core/health";
import { AccountId, day, instant } from "@termwise/core/kernel";
import { addDailyUse, type NewMeasurement } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { measurementsDue } from "../health/measure.ts";
import { type Opened, opened } from "../testing.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

const [north, south] = ["acc_north", "acc_south"].map((id) => AccountId.parse(id)) as [AccountId, AccountId];
const answer = (score: number): AccountEntry => ({
  of: "survey_answer",
  survey: "nps",
  score,
  contactId: null,
  person: "ops@northwind.example",
  about: null,
  comment: null,
});
const parts = [{ component: "sentiment" as const, weight: 100 }];

describe("models with rules of their own, and rules for red flags before they are written", () => {
  let store: Opened;
  beforeAll(async () => {
    const now = { at: instant("2026-05-11T08:00:00Z") };
    store = await opened(await testEngine("embedded").open(), { clock: { now: () => now.at } });
    await tellOf(store)(plainCompany);
    await store.api.journal.record({ accountId: north, entry: answer(9) });
    now.at = instant("2026-05-20T08:00:00Z");
    await store.api.journal.record({ accountId: north, entry: answer(5) });
    await store.api.journal.record({ accountId: south, entry: answer(8) });
    now.at = instant("2026-06-08T08:00:00Z");
  });

  it("what is measured is the same, whoever is measured together with whom", async () => {
    const whole = await store.house.termwise(store.house.first);
    const used = { userId: "u1", feature: "Reports", activity: "use", uses: 3 } as const;
    // One of them used it to the last; of the other the silence since then counts.
    await whole.write((tx) =>
      addDailyUse(tx, [
        { ...used, accountId: south, on: day("2026-03-02") },
        { ...used, accountId: north, on: day("2026-06-05") },
      ]),
    );
    const measured = async (atOnce: number) => {
      const parts: NewMeasurement[][] = [];
      for await (const part of measurementsDue(whole, atOnce)) parts.push(part);
      return { parts: parts.length, all: parts.flat() };
    };
    const [singly, together] = [await measured(1), await measured(100)];
    expect([singly.parts, together.parts]).toEqual([3, 1]);
    expect(together.all.length).toBeGreaterThan(50);
    expect(singly.all).toEqual(together.all);
    const last = together.all.findLast(({ accountId }) => accountId === south);
    expect(JSON.stringify(last && healthInWords(last.health).inputs)).toContain(
      "Use on 0 of 20 working days",
    );
  });

  it("what would change today is told before anything is saved: bands before and after, and who would be at risk", async () => {
    const preview = (rules: object, more: object = {}) => store.api.health.preview({ parts, rules, ...more });
    const inBand = ({ bands }: Awaited<ReturnType<typeof preview>>, band: string) =>
      bands?.find((one) => one.band === band)?.after?.accounts;
    const mild = await preview({});
    expect([mild.accounts, inBand(mild, "review"), inBand(mild, "steady"), mild.entering]).toEqual([
      3,
      1,
      1,
      [],
    ]);
    const strict = await preview({ atRiskBelow: 51 });
    expect(
      strict.entering.map(({ name, before, after }) => [name, before.atRisk, after.score?.score]),
    ).toEqual([["Northwind", false, "50"]]);
    expect((await preview({ atRiskBelow: 51 }, { segment: "Nowhere" })).accounts).toBe(0);
    // Weighed from what was read at the time, or read again because readings are carried for other days: it is the same.
    const house = healthModels[0]!.parts;
    const weighed = await preview({}, { parts: house });
    expect(await preview({ carriedDays: 13 }, { parts: house })).toEqual(weighed);
    expect(inBand(weighed, "unknown")).toBeGreaterThan(0);
    // What no measurement tells of is read from the record.
    const trusted = await preview({}, { parts: [{ component: "trust", weight: 100 }] });
    expect([trusted.accounts, trusted.reason]).toEqual([3, null]);
    expect(await told(preview({ atRiskBelow: 90 }))).toMatch(/rules do not fit together: atRiskBelow/);
  });

  it("a version carries its boundaries, what each component is full from, and for whom; in force, they decide", async () => {
    const draft = {
      model: "ours",
      name: "Ours",
      segment: "Enterprise",
      parts: [{ component: "sentiment" as const, weight: 100, fullAt: 80 }],
      rules: { atRiskBelow: 63, carriedDays: 30 },
      reason: "Larger customers are looked after sooner",
    };
    expect(await told(store.api.health.saveModel({ ...draft, rules: { expansionAbove: 40 } }))).toMatch(
      /rules do not fit together: expansionAbove/,
    );
    const { version } = await store.api.health.saveModel(draft);
    await store.api.health.activateModel({ model: "ours", version, reason: "Agreed" });
    const { inForce, segments } = await store.api.health.models();
    expect(segments).toEqual(["Enterprise"]);
    expect(inForce.find(({ segment }) => segment === "Enterprise")?.model).toMatchObject({
      rules: { atRiskBelow: 63, carriedDays: 30 },
      parts: [{ component: "sentiment", weight: 100, fullAt: 80 }],
    });
    const explain = (accountId: AccountId) => store.api.health.explain({ accountId, week: "today" });
    const [larger, smaller] = [await explain(north), await explain(south)];
    expect([larger.model.id, larger.score, larger.band, larger.carriedDays]).toEqual([
      "ours",
      "62.5",
      "low",
      30,
    ]);
    expect(larger.parts[0]).toMatchObject({ got: 625, of: 1000, fullAt: 80, points: "62.500" });
    expect(larger.parts[0]?.inputs.map(({ share, low, high }) => [share, low, high])).toEqual([
      [500, "50.000", "50.000"],
      [null, "12.500", "12.500"],
    ]);
    expect([smaller.model.id, smaller.carriedDays]).toEqual(["house", 14]);
  });

  it("S-34 a rule is tried on the accounts of today before it opens a flag; its own numbers decide, and half a condition is refused", async () => {
    const tried = (conditions: ("nps_fell" | "champion_silent")[], thresholds: object = {}) =>
      store.api.health.tryRule({ conditions, thresholds });
    const fell = await tried(["nps_fell"]);
    expect([
      fell.accounts,
      fell.flagged,
      fell.rows.map(({ name, evidence }) => [name, evidence[0]?.text]),
    ]).toEqual([3, 1, [["Northwind", "NPS answered with 5 after 9 on 2026-05-11"]]]);
    expect((await tried(["nps_fell"], { npsFellTo: 4 })).flagged).toBe(0);
    const both = await tried(["nps_fell", "champion_silent"]);
    expect([both.flagged, both.near]).toEqual([
      0,
      [
        { condition: "nps_fell", accounts: 1 },
        { condition: "champion_silent", accounts: 0 },
      ],
    ]);
    expect(await told(tried(["champion_silent"]))).toContain("alone is no red flag");
    expect(await told(tried(["nps_fell"], { npsFellFrom: 6, npsFellTo: 6 }))).toContain("does not fall");
  });
});

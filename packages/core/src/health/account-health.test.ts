import { describe, expect, it } from "vitest";
import { addDays, type Day, day, epochDay, parsePeriod, plus, zero } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { accountHealth } from "./account-health.ts";
import { calibration, concordance } from "./back-test.ts";
import type { HealthCase } from "./health-case.ts";
import { healthModels } from "./model.ts";
import { modelInForce, modelVersions } from "./on-record.ts";
import { scoreText } from "./score.ts";
import { caseOf, nps, recordOf, said, ticket, today, used } from "./testing.ts";
import { lastOfWeek, weekEnds } from "./weeks.ts";
import { whyChanged, whyText } from "./why.ts";

const [house] = healthModels;

describe("the health of an account", () => {
  const days = used("2026-01-01", "2026-06-05", 30);
  it("is read from use, contacts, answers and tickets, and every point says what it came from", () => {
    const of = caseOf({ days, record: recordOf(nps("2026-05-20", 9), ticket("2026-06-01", "high", null)) });
    const health = accountHealth(of, house!);
    // 30 of 40 seats three times and 20 of 20 days once: 813 of 1000, of 40 points.
    expect(
      health.parts.map(({ component, points }) => [component, points.value && scoreText(points.value)]),
    ).toEqual([
      ["usage", "32.5"],
      ["engagement", "25.5"],
      ["sentiment", "9"],
      ["support_load", "15"],
    ]);
    expect(health.inputs.usage?.map(({ text, share, weight }) => [text, share, weight])).toEqual([
      ["30 active users of 40 licensed seats", 750, 3],
      ["Use on 20 of 20 working days", 1000, 1],
    ]);
    expect(health.inputs.support_load?.[0]?.text).toBe(
      "1 ticket open, 0 solved of those opened in four weeks: a load of 5 of 20",
    );
    const sum = health.parts.reduce((total, { points }) => plus(total, points.value ?? zero), zero);
    expect(scoreText(sum)).toBe(scoreText(health.low));
    expect(health.low).toEqual(health.high);
  });
  it("tells the numbers its shares are made of: by hand they come to the same thousandths", () => {
    const uneven = [...used("2026-01-01", "2026-05-29", 30), ...used("2026-05-30", "2026-06-05", 33)];
    const { inputs } = accountHealth(caseOf({ days: uneven }), house!);
    const [seats, regularity] = inputs.usage ?? [];
    expect([seats?.text, seats?.share]).toEqual(["30.75 active users of 40 licensed seats", 769]);
    const told = Number(/Use on ([\d.]+) of 20/.exec(regularity?.text ?? "")?.[1]);
    expect(regularity?.share).toBe(Math.round(told * 50));
  });
  it("counts of a reading that began before the four weeks the part within them", () => {
    const reading = (on: string, days: number, users: number) => ({
      ...{
        on: day(on),
        end: epochDay(day(on)),
        days,
        users,
        logins: users,
        uses: users * 5,
        features: 1,
        activeDays: users && 10,
      },
    });
    // A fortnight to 22 May begins four days before the 28 days to 7 June, of which the last sixteen are silent.
    const series = [
      reading("2026-05-08", 14, 30),
      reading("2026-05-22", 14, 30),
      reading("2026-06-05", 1, 0),
    ];
    const texts = accountHealth(caseOf({ series }), house!).inputs.usage?.map(({ text }) => text);
    expect(texts).toContain("Use on 8.57 of 20 working days");
  });
  it("is a range where nothing tells of a component: neither 0 nor left out of the weights", () => {
    const health = accountHealth(
      caseOf({ days, told: { useUntil: today, ticketsSince: null, touchesSince: day("2026-01-01") } }),
      house!,
    );
    expect([scoreText(health.low), scoreText(health.high)]).toEqual(["58", "88"]);
    expect(health.score.reason).toContain("Support load was never read.");
  });
  it("of an account that fell silent while others report is low; where no use comes in at all it is not known", () => {
    const silent = caseOf({ days: used("2026-01-01", "2026-04-30", 30) });
    const usage = (of: HealthCase) => accountHealth(of, house!).parts[0]?.points;
    expect(usage(silent)?.value).toEqual(zero);
    const away = {
      ...silent,
      told: { useUntil: day("2026-04-30"), ticketsSince: null, touchesSince: day("2026-01-01") },
    };
    expect(usage(away)?.reason).toBe("Usage was last read 38 days ago; a reading counts for 14.");
  });
  it("does not know what comes later: as of a day it is what it was", () => {
    const then = day("2026-03-08");
    const later = [nps("2026-05-20", 0), ticket("2026-06-01", "urgent", null)];
    const at = (record: CustomerRecord) => accountHealth(caseOf({ days, record, on: then }), house!);
    expect(at(recordOf(...later))).toEqual(at(recordOf()));
  });
  it("tells why it changed, by the component that moved most", () => {
    const before = accountHealth(
      caseOf({ days, record: recordOf(nps("2026-05-20", 9)), on: day("2026-05-31") }),
      house!,
    );
    const record = recordOf(nps("2026-05-20", 9), ticket("2026-06-01", "urgent", null));
    const changes = whyChanged(before, accountHealth(caseOf({ days, record }), house!));
    expect(changes[0]).toMatchObject({
      component: "support_load",
      because: [expect.stringContaining("1 ticket open")],
    });
    expect(whyText(changes)).toBe("Support load −8.");
  });
  it("reads sentiment of an answer for its cycle of 92 days, carries it 14 days, and then does not know", () => {
    const sentiment = (on: Day) =>
      accountHealth(caseOf({ days, record: recordOf(nps("2026-01-10", 10)), on }), house!).parts[2]?.points;
    expect(sentiment(addDays(day("2026-01-10"), 91))?.value).not.toBeNull();
    expect(sentiment(addDays(day("2026-01-10"), 105))?.value).not.toBeNull();
    expect(sentiment(addDays(day("2026-01-10"), 106))?.value).toBeNull();
  });
});

describe("models in force", () => {
  const parts = [{ component: "usage", weight: 100 }];
  const version = (on: string, more: object) =>
    said(on, {
      of: "health_model" as never,
      model: "ours",
      version: 1,
      name: "Ours",
      segment: null,
      parts,
      state: "active",
      reason: "Better",
      ...more,
    } as never);
  it("are the house model until another is activated, from its day on, of the segment before that of all", () => {
    const journal = [
      version("2026-02-01", { state: "draft" }),
      version("2026-03-01", { segment: "Enterprise", model: "large" }),
      version("2026-04-01", {}),
    ];
    const id = (segment: string | null, on: string) => modelInForce(journal, segment, day(on)).model.id;
    expect([id(null, "2026-02-15"), id("Enterprise", "2026-03-01"), id("SMB", "2026-03-31")]).toEqual([
      "house",
      "large",
      "house",
    ]);
    expect([id("Enterprise", "2026-04-02"), id("SMB", "2026-04-01")]).toEqual(["large", "ours"]);
    expect(modelVersions(journal, today)).toHaveLength(6);
  });
});

describe("the back-test", () => {
  const at = (score: number | null, renewed: boolean) => ({
    score: score === null ? null : { low: { n: BigInt(score), d: 1n }, high: { n: BigInt(score), d: 1n } },
    renewed,
  });
  it("tells per band how many renewals were lost, of how many, with the interval of Wilson", () => {
    const all = [
      ...Array.from({ length: 8 }, () => at(30, true)),
      at(40, false),
      at(20, false),
      at(90, true),
      at(null, true),
    ];
    const low = calibration(all).find(({ band }) => band === "low");
    expect(low).toMatchObject({
      n: 10,
      lost: 2,
      rate: { value: { n: 1n, d: 5n } },
      interval: { low: 5.7, high: 51 },
    });
    expect(calibration(all).map(({ n }) => n)).toEqual([10, 0, 0, 1, 1]);
  });
  it("orders pairs: 1 where every lost one scored lower, 0.5 for a score that says nothing", () => {
    expect(concordance([at(10, false), at(50, true), at(60, true)]).value).toBe(1);
    expect(concordance([at(50, false), at(50, true)]).value).toBe(0.5);
    expect(concordance([at(50, false), at(40, true), at(60, true), at(50, true)]).value).toBe(0.5);
    expect(concordance([at(50, true)]).value).toBeNull();
  });
});

it("an accepted packet without a promise says that there is nothing to keep; one that was returned says nothing", () => {
  const sales = healthModels.find(({ id }) => id === "sales_context")!;
  const commitments = (outcome: "accepted" | "returned") => {
    const gaps = outcome === "accepted" ? [] : [{ section: "people" as const, missing: "Who decides" }];
    const record = recordOf(said("2026-05-01", { of: "packet_review", outcome, gaps }));
    const { parts } = accountHealth(caseOf({ record }), sales);
    const part = parts.find(({ component }) => component === "commitment_complexity");
    return part?.points.value && scoreText(part.points.value);
  };
  expect([commitments("accepted"), commitments("returned")]).toEqual(["5", null]);
});

it("weeks end on Sunday, as ISO has it", () => {
  expect(["2026-06-07", "2026-06-08", "2026-06-14"].map((on) => lastOfWeek(day(on)))).toEqual([
    "2026-06-07",
    "2026-06-14",
    "2026-06-14",
  ]);
  const { from, to } = parsePeriod("2026-Q2");
  expect(weekEnds(from, to)).toHaveLength(13);
});

import { describe, expect, it } from "vitest";
import { type JournalFact, UsageFact } from "../facts/index.ts";
import { AccountId, addDays, type Day, day, EntryId, instant } from "../kernel/index.ts";
import {
  agreementOf,
  type DailyUse,
  entitled,
  type Feature,
  featureStanding,
  featuresOn,
  idleDays,
  loginDrop,
  stayedWith,
  useReading,
} from "./index.ts";
import { usesOf } from "./testing.ts";

const gaOn = day("2026-03-03");
const reports: Feature = {
  of: "feature",
  feature: "Reports",
  area: "Insight",
  tier: "core",
  workflow: "A report is finished.",
  segments: [],
  gaOn,
  activeUse: { usesAWeek: 1, weeks: 2, agreedOn: day("2026-02-20") },
  owner: null,
  retired: false,
};

const account = (n: number) => AccountId.parse(`acc_${n}`);
const eligible = Array.from({ length: 100 }, (_, n) => account(n));

function read(n: number, after: number, uses = 1, activity: "use" | "login" = "use"): UsageFact {
  return UsageFact.parse({
    kind: "usage",
    accountId: account(n),
    feature: "Reports",
    activity,
    days: 7,
    users: null,
    uses,
    activeDays: null,
    seats: null,
    effectiveOn: addDays(gaOn, after),
    recordedAt: "2026-12-31T00:00:00Z",
    source: { system: "test", key: `${n} ${after}` },
  });
}

const standing = (usage: UsageFact[], feature: Feature = reports, on: Day = addDays(gaOn, 90)) =>
  featureStanding(feature, eligible, usesOf(feature, { accounts: eligible, usage, on }));

describe("how a feature stands", () => {
  // 34 accounts tried it; 12 of them came back in the week after.
  const usage = eligible.slice(0, 34).flatMap((_, n) => [read(n, 22), ...(n < 12 ? [read(n, 29)] : [])]);

  it("S-73 tells tried and adopted as two numbers", () => {
    const { tried, adopted } = standing(usage);
    expect([tried.value, adopted.value]).toEqual([
      { n: 17n, d: 50n },
      { n: 3n, d: 25n },
    ]);
  });

  it("S-74 tells the median of days until the first use", () => {
    expect(standing(usage).time).toMatchObject({ medianDays: { value: 22 }, used: 34, notYet: 66 });
  });

  it("S-78 takes no login for use, and one finished workflow for a try", () => {
    const { states, tried } = standing([read(1, 5, 9, "login"), read(2, 5)]);
    expect([states.get(account(1)), states.get(account(2))]).toEqual(["eligible", "trying"]);
    expect(tried.value).toEqual({ n: 1n, d: 100n });
  });

  it("tells where an account stands today, whether it came to that within the window or after", () => {
    const on = addDays(gaOn, 130);
    const { states, adopted, within } = standing([read(1, 108), read(1, 115), read(2, 5)], reports, on);
    expect([states.get(account(1)), states.get(account(2))]).toEqual(["adopted", "trying"]);
    expect([adopted.value, within]).toEqual([
      { n: 0n, d: 1n },
      { tried: [account(2)], adopted: [] },
    ]);
  });

  it("gives who became a customer after the release the window from the day they came", () => {
    const cameOn = addDays(gaOn, 200);
    const usage = [read(1, 190), read(1, 210), read(1, 217)];
    const accounts = [account(1)];
    const uses = usesOf(reports, { accounts, usage, cameOn, on: addDays(gaOn, 240) });
    const { adopted, firstUse, time } = featureStanding(reports, accounts, uses);
    expect([adopted.value, firstUse.get(account(1)), time?.medianDays.value]).toEqual([
      { n: 1n, d: 1n },
      10,
      10,
    ]);
  });

  it("has no share of adopters where nobody agreed what active use is", () => {
    const { tried, adopted, states } = standing(usage, { ...reports, activeUse: null });
    expect(tried.value).not.toBeNull();
    expect(adopted.reason).toBe("Nobody has agreed what active use of it is.");
    expect(states.get(account(0))).toBe("trying");
  });

  it("calls an account that has not used it for four weeks lapsed, and counts it as one that adopted", () => {
    const { states, adopted } = standing([read(1, 8), read(1, 15), read(2, 80), read(2, 87)]);
    expect([states.get(account(1)), states.get(account(2))]).toEqual(["lapsed", "adopted"]);
    expect(adopted.value).toEqual({ n: 1n, d: 50n });
  });

  it("tells how deeply and by how many it is used, week by week", () => {
    const { depth, weeks } = standing([read(1, 83, 4), read(1, 90, 8), read(2, 90, 2)]);
    expect(depth.value).toBe(4);
    expect(weeks.slice(-3).map(({ accounts }) => accounts)).toEqual([0, 1, 2]);
  });

  it("tells no shares before it is there for all, and still who uses it", () => {
    const { tried, states } = standing([read(3, 85)], { ...reports, gaOn: null });
    expect(tried.reason).toContain("still to come");
    expect([states.get(account(3)), states.get(account(4))]).toEqual(["trying", "eligible"]);
  });
});

describe("the feature catalogue", () => {
  const put = (entry: Feature, on: string, withdrawn: string | null = null): JournalFact => ({
    kind: "journal",
    entryId: EntryId.parse(`ent_${on.replaceAll("-", "")}`),
    accountId: null,
    at: instant(`${on}T10:00:00Z`),
    by: null,
    withdrawn,
    entry,
    effectiveOn: day(on),
    recordedAt: instant(`${on}T10:00:00Z`),
    source: { system: "test", key: on, file: null, line: null },
  });

  it("has the latest version of each feature on a day, and none that is retired or was taken back", () => {
    const journal = [
      put(reports, "2026-01-01"),
      put({ ...reports, tier: "advanced" }, "2026-05-01"),
      put({ ...reports, tier: "core" }, "2026-05-02", "a slip"),
      put({ ...reports, retired: true }, "2026-09-01"),
    ];
    const tiers = (on: string) => featuresOn(journal, day(on)).map(({ entry }) => entry.tier);
    expect([tiers("2025-12-31"), tiers("2026-04-30"), tiers("2026-06-01"), tiers("2026-09-01")]).toEqual([
      [],
      ["core"],
      ["advanced"],
      [],
    ]);
  });

  it("tells what was agreed on the day of release from what was agreed before", () => {
    const agreed = (on: Day) =>
      agreementOf({ ...reports, activeUse: { ...reports.activeUse!, agreedOn: on } });
    expect([agreed(addDays(gaOn, -1)), agreed(gaOn), agreementOf({ ...reports, activeUse: null })]).toEqual([
      "before",
      "after",
      "none",
    ]);
  });

  it("entitles every customer where no segment is named", () => {
    const some = { ...reports, segments: ["Enterprise"] };
    expect([entitled(reports, null), entitled(some, "Enterprise"), entitled(some, null)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("what daily uses come to", () => {
  const use = (userId: string, on: string, more: Partial<DailyUse> = {}): DailyUse => ({
    accountId: account(1),
    userId,
    feature: "Reports",
    activity: "use",
    on: day(on),
    uses: 1,
    ...more,
  });
  const login = (on: string, uses: number) => use("a", on, { activity: "login", feature: null, uses });

  it("counts people by account and name, features once, and logins apart", () => {
    const uses = [
      use("a", "2026-06-01", { uses: 3 }),
      use("a", "2026-06-02", { feature: "Export" }),
      use("a", "2026-06-02", { accountId: account(2) }),
      use("", "2026-06-03", { uses: 5 }),
      login("2026-06-03", 7),
      use("b", "2026-05-01"),
    ];
    expect(useReading(uses, day("2026-06-07"), 7)).toEqual({
      activeUsers: 2,
      logins: 7,
      uses: 10,
      breadth: 2,
      depth: { value: { n: 5n, d: 3n }, reason: null },
      activeDays: 3,
    });
  });

  it("has no idle days where nobody ever worked, and a login is no work", () => {
    expect(idleDays([login("2026-06-01", 1)], day("2026-06-30")).value).toBeNull();
    expect(idleDays([use("a", "2026-06-16")], day("2026-06-30")).value).toBe(14);
  });

  it("S-34 tells a fall of logins by half within 30 days exactly", () => {
    const uses = [login("2026-05-15", 10), login("2026-06-15", 5)];
    expect(loginDrop(uses, day("2026-06-30")).value).toEqual({ n: 1n, d: 2n });
    expect(loginDrop([], day("2026-06-30")).value).toBeNull();
  });

  it("tells what went together with a pattern with both numbers", () => {
    const reached = new Map([
      ["a", gaOn],
      ["b", gaOn],
    ]);
    expect(stayedWith({ reached, missed: ["c"] }, new Set(["a", "b"]))).toEqual({
      with: { n: 2, stayed: 2, share: { value: { n: 1n, d: 1n }, reason: null } },
      without: { n: 1, stayed: 0, share: { value: { n: 0n, d: 1n }, reason: null } },
    });
  });
});

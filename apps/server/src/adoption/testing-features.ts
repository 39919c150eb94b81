import { type AccountId, daysBetween } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { recordDemoEvents } from "../events/demo-events.ts";
import type { Opened } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";
import { useOfCatalogue } from "./feature-world.ts";
import { usesInBook } from "./uses-in-book.ts";

const newest = "Shift swaps";

/** Reckons from the facts alone, without anything of the adoption module, what became of a feature at each account. */
async function reckoned(store: Opened) {
  const { usage, journal, attributes } = (await (await store.house.termwise(store.house.first)).books()).known
    .now;
  const feature = journal.flatMap(({ entry }) =>
    entry.of === "feature" && entry.feature === newest ? [entry] : [],
  )[0]!;
  const [gaOn, agreed] = [feature.gaOn!, feature.activeUse!];
  const segmentOf = new Map<AccountId, string | null>();
  for (const fact of attributes.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)))
    if (fact.attribute === "segment") segmentOf.set(fact.accountId, fact.value);
  const weeks = new Map<AccountId, Map<number, number>>();
  for (const reading of usage) {
    const past = daysBetween(gaOn, reading.effectiveOn);
    if (reading.feature !== newest || reading.activity !== "use" || past < 0 || past > 90) continue;
    const own = weeks.get(reading.accountId) ?? new Map<number, number>();
    const week = Math.floor(past / 7);
    own.set(week, (own.get(week) ?? 0) + (reading.uses ?? 0));
    weeks.set(reading.accountId, own);
  }
  const inARow = (own: ReadonlyMap<number, number>) =>
    [...own.keys()].some((week) =>
      Array.from({ length: agreed.weeks }, (_, n) => own.get(week + n) ?? 0).every(
        (uses) => uses >= agreed.usesAWeek,
      ),
    );
  return {
    entitled: (id: AccountId) => feature.segments.includes(segmentOf.get(id) ?? ""),
    tried: (id: AccountId) => weeks.has(id),
    adopted: (id: AccountId) => inARow(weeks.get(id) ?? new Map()),
  };
}

/** What is held of features at a demo company that is open already. */
export function heldOfFeatures(open: () => Opened): void {
  const detail = (more: { states?: "trying"[]; filters?: { segment: string[] }; limit?: number } = {}) =>
    open().api.features.feature({ feature: newest, ...more });

  it("S-73 tells tried and adopted of each account as a reckoning from the facts alone does", async () => {
    const store = open();
    const own = await reckoned(store);
    const customers = (await store.api.health.accounts()).rows.map(({ accountId }) => accountId as AccountId);
    const eligible = customers.filter(own.entitled);
    const { figures, accounts, counts } = await detail();
    const of = (is: (id: AccountId) => boolean) => eligible.filter(is).sort();
    const told = (flag: "tried" | "adopted") =>
      accounts.flatMap((row) => (row[flag] ? [row.accountId as AccountId] : [])).sort();
    expect(told("tried")).toEqual(of(own.tried));
    expect(told("adopted")).toEqual(of(own.adopted));
    expect([figures.tried.numerator, figures.adopted.numerator, figures.tried.denominator]).toEqual(
      [of(own.tried).length, of(own.adopted).length, eligible.length].map(String),
    );
    expect([counts.all, counts.notEligible]).toEqual([customers.length, customers.length - eligible.length]);
    // Some tried it and did not stay: the two are no one number.
    expect(of(own.adopted).length).toBeGreaterThan(10);
    expect(of(own.tried).length).toBeGreaterThan(of(own.adopted).length * 1.5);
  });

  it("S-74 counts the days to the first use from the release, and takes the middle one", async () => {
    const { figures, accounts } = await detail();
    const days = accounts.flatMap(({ daysToFirstUse }) => daysToFirstUse ?? []).sort((a, b) => a - b);
    expect(figures.time?.value).toBe(
      String(
        Math.ceil((days[Math.floor((days.length - 1) / 2)]! + days[Math.ceil((days.length - 1) / 2)]!) / 2),
      ),
    );
  });

  it("lists accounts by state and segment, and never more than asked for", async () => {
    const all = await detail();
    const trying = await detail({ states: ["trying"], limit: 3 });
    expect(new Set(trying.accounts.map(({ state }) => state))).toEqual(new Set(["trying"]));
    expect([trying.accounts.length, trying.counts.listed]).toEqual([3, all.states.trying]);
    // However few are listed, those behind the figures are counted over all.
    const { figures, counts } = trying;
    expect([counts.behind.tried, counts.behind.adopted, counts.behind.entitled].map(String)).toEqual([
      figures.tried.numerator,
      figures.adopted.numerator,
      figures.tried.denominator,
    ]);
    expect(counts.behind.time).toBe(figures.time?.contributors);
    const growth = await detail({ filters: { segment: ["Growth"] } });
    expect(growth.segments).toEqual(all.segments.filter(({ segment }) => segment === "Growth"));
    await expect(open().api.features.feature({ feature: "None such" })).rejects.toThrow("no such feature");
  });

  it("tells from events who was set up, who came to the moment, and which free team is ready to buy", async () => {
    await recordDemoEvents(await open().house.termwise(open().house.first));
    const { people, preceding } = await open().api.features.signals();
    // Of four free teams of 7, 5, 3 and 4 people one has five users and came to the limit twice.
    const teams = people.activation.accounts.filter(({ status }) => status === "prospect");
    expect(teams.map(({ users }) => users)).toEqual([7, 5, 3, 4]);
    expect(people.qualified.rows.map(({ status, users, limitHits }) => [status, users, limitHits])).toEqual([
      ["prospect", 7, 2],
    ]);
    const { figure, accounts, steps } = people.activation;
    expect(figure.numerator).toBe(String(accounts.reduce((sum, { activated }) => sum + activated, 0)));
    expect(figure.numerator).toBe(String(steps.at(-1)?.reached));
    const [aha] = people.aha;
    expect(aha!.stayed.with.n + aha!.stayed.without.n).toBe(Number(aha!.figure.denominator));
    const sumOf = (part: "reached" | "users") =>
      String(aha!.accounts.reduce((sum, account) => sum + account[part], 0));
    expect([sumOf("reached"), sumOf("users")]).toEqual([aha!.figure.numerator, aha!.figure.denominator]);
    for (const one of preceding.features) expect(one.with.n + one.without.n).toBe(preceding.renewals);
  });

  it("tells the adoption rate as the mean of its customers, each of which can be seen", async () => {
    const { breadth, behind, rows } = (await open().api.features.signals()).value;
    const shares = rows.flatMap((row) => row.breadth.value ?? []).map(Number);
    expect(shares.length).toBeGreaterThan(100);
    expect(breadth.contributors).toBe(shares.length);
    expect(Number(breadth.value)).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / shares.length, 5);
    expect(behind).toMatchObject({ of: rows.length, breadth: shares.length });
  });

  it("adds use up once for those who ask together, and anew once a rule or a reading is another", async () => {
    const { api, house } = open();
    const whole = await house.termwise(house.first);
    const { days } = await useOfCatalogue(whole, await whole.books());
    const added = async () => usesInBook(await whole.books(), days, whole.today());
    const [uses, ...others] = await Promise.all([added(), added(), added()]);
    expect(others).toEqual([uses, uses]);
    expect(others[0]).toBe(uses);
    const [accountId] = (await api.health.accounts()).rows.map((row) => row.accountId as AccountId);
    const evidence = [{ on: whole.today(), text: "Seen" }];
    const entry = { of: "red_flag", rule: null, title: "Sponsor left", evidence, cleared: null } as const;
    await api.journal.record({ accountId: accountId!, entry });
    expect(await added()).toBe(uses);
    const { catalogue } = await useOfCatalogue(whole, await whole.books());
    const feature = catalogue.find((one) => one.entry.feature === newest)!;
    await api.journal.setRule({ entry: { ...feature.entry, feature: "Route planner", gaOn: null } });
    const after = await added();
    expect([uses!.of("Route planner"), after.of("Route planner")?.on]).toEqual([undefined, whole.today()]);
  });

  it("who sees their own accounts is told of no other's features", async () => {
    const csm = open().apiAs(await demoPerson(open().house, "csm"));
    const own = new Set((await csm.health.accounts()).rows.map(({ accountId }) => accountId));
    const { accounts } = await csm.features.feature({ feature: newest });
    expect(accounts.filter(({ accountId }) => !own.has(accountId))).toEqual([]);
    const { value, people } = await csm.features.signals();
    expect(value.rows.filter(({ accountId }) => !own.has(accountId))).toEqual([]);
    expect(people.qualified.rows).toEqual([]);
  });
}

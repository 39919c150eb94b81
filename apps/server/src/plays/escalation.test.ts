import { AccountId, addDays, day, instant, type MemberId } from "@termwise/core/kernel";
import { addMeasurements } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { scoredAs } from "../health/testing-measurements.ts";
import { type Opened, opened } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

const [north, south] = ["acc_north", "acc_south"].map((id) => AccountId.parse(id)) as [AccountId, AccountId];

describe("an account at risk is raised to an executive until that is closed", () => {
  let store: Opened;
  let vera: Opened["api"];
  let kim: Opened["api"];
  let ana: Opened["api"];
  let sponsor: MemberId;
  const clock = { at: instant("2026-07-06T08:00:00Z"), now: () => clock.at };
  const why = "The sponsor no longer answers the CSM";
  const raise = (api: Opened["api"], of: AccountId, to = sponsor) =>
    told(api.health.escalate({ accountId: of, sponsor: to, reason: why }));
  const news = async (api: Opened["api"]) =>
    (await api.inbox.list({ closed: true })).notices
      .filter(({ kind }) => kind.startsWith("escalat"))
      .map(({ kind, title, detail }) => [kind, title, detail]);

  beforeAll(async () => {
    store = await opened(await testEngine("embedded").open(), { clock });
    await store.termwise.write((tx) =>
      addMeasurements(
        tx,
        [0, 7, 14].map((back) =>
          scoredAs(north, {
            ...{ week: addDays(day("2026-07-05"), -back), low: 30 },
            measuredAt: instant("2026-07-06T01:00:00Z"),
          }),
        ),
      ),
    );
    await tellOf(store)(plainCompany);
    const executive = await someoneOf(store, "exec", "Vera");
    sponsor = executive.kind === "member" ? executive.membership.member.id : sponsor;
    vera = store.apiAs(executive);
    kim = store.apiAs(await someoneOf(store, "csm", "Kim"));
    ana = store.apiAs(await someoneOf(store, "csm", "Ana"));
  });

  it("to a member who sees it, with a reason, while it is at risk, once at a time", async () => {
    const { members } = await kim.health.sponsors({ accountId: north });
    expect(members.map(({ name }) => name)).toContain("Vera");
    const csm = (await store.api.members.list()).find(({ name }) => name === "Kim");
    expect(await raise(kim, north, csm?.id)).toContain("who sees every account");
    expect(await raise(ana, south)).toContain("not at risk");
    expect(await raise(ana, north)).toBe("There is no account acc_north");
    expect(await raise(kim, north)).toBe("done");
    expect(await raise(kim, north)).toContain("already");
  });

  it("the sponsor is told in the inbox; the queue and the account tell of it, and nothing else writes it", async () => {
    expect(await news(vera)).toEqual([["escalated", "Northwind is escalated to you", why]]);
    expect(await news(kim)).toEqual([]);
    clock.at = instant("2026-07-08T08:00:00Z");
    const open = { sponsorName: "Vera", byName: "Kim", reason: why, closed: null, days: 2, mine: true };
    expect((await vera.health.queue()).rows[0]?.escalation).toMatchObject(open);
    expect((await kim.health.account({ accountId: north })).escalations).toMatchObject([
      { ...open, mine: false },
    ]);
    const entry = { of: "escalation", sponsor, raisedBy: null, reason: why, closed: null } as const;
    expect(await told(kim.journal.record({ accountId: north, entry }))).toContain("health.escalate");
  });

  it("is closed with what came of it: off the queue, told to whoever raised it, and on record with its reason", async () => {
    const closing = { accountId: north, reason: "No" };
    const reader = store.apiAs(await someoneOf(store, "finance", "Fi"));
    expect(await told(reader.health.closeEscalation(closing))).toContain("needs the right");
    const close = () => told(vera.health.closeEscalation({ accountId: north, reason: "Met their COO" }));
    expect(await close()).toBe("done");
    expect(await close()).toContain("No escalation of this account is open");
    expect((await vera.health.queue()).rows[0]?.escalation).toBeNull();
    expect(await news(kim)).toEqual([
      ["escalation_closed", "The escalation of Northwind is closed", "Met their COO"],
    ]);
    expect((await kim.health.account({ accountId: north })).escalations).toMatchObject([
      { byName: "Kim", closed: { on: "2026-07-08", reason: "Met their COO" }, days: 2 },
    ]);
    const { entries } = await store.api.journal.ofAccount({ accountId: north, kinds: ["escalation"] });
    expect(entries).toHaveLength(1);
    expect(await raise(kim, north)).toBe("done");
    expect((await kim.health.account({ accountId: north })).escalations).toHaveLength(2);
  });
});

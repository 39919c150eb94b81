import { day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

let now = "2026-11-21T08:00:00Z";
let looks = 0;
/** It goes on by a second at each look, from whatever day a test has come to. */
const clock = {
  now: () => {
    looks += 1;
    return instant(new Date(Date.parse(now) + looks * 1_000).toISOString());
  },
};
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const change = { termId: "nrr", takesEffectOn: day("2027-01-01"), reason: "The board counts win-backs" };

eachEngine((on) => {
  describe("definitions that teams agree on", () => {
    let store: Opened;
    let [seller, success, revops]: Opened["api"][] = [];
    let names: { ae: string; csm: string };
    const nrr = (scope: Parameters<Opened["api"]["metrics"]["value"]>[0] | object = {}) =>
      store.api.metrics.value({ term: "nrr", period: "2025", ...scope });
    const word = (proposal: string, team: "sales" | "customer_success", decision = "approve" as const) => ({
      proposal: proposal as never,
      team,
      decision,
      typedName: team === "sales" ? names.ae : names.csm,
    });

    beforeAll(async () => {
      now = "2026-11-21T08:00:00Z";
      store = await openedDemo(on, { clock });
      const [ae, csm] = [await demoPerson(store.house, "ae"), await demoPerson(store.house, "csm")];
      names = { ae: ae.name, csm: csm.name };
      seller = store.apiAs(ae);
      success = store.apiAs(csm);
      revops = store.apiAs(await someoneAs(store.termwise, "revops"));
    });

    it("are put forward, signed by both teams, and hold from their day; the past stays as it was told", async () => {
      const before = await nrr();
      const { entryId } = await seller!.definitions.propose({ ...change, parameters: { winback: "all" } });
      expect(await seller!.definitions.sign(word(entryId, "sales"))).toMatchObject({
        state: "open",
        missing: ["customer_success"],
      });
      expect((await store.api.definitions.ofTerm({ termId: "nrr" })).inForce).toBe(1);
      expect(await success!.definitions.sign(word(entryId, "customer_success"))).toEqual({
        state: "approved",
        missing: [],
        inForceFrom: "2027-01-01",
      });
      const { versions, inForce } = await store.api.definitions.ofTerm({ termId: "nrr" });
      expect([versions.length, inForce]).toEqual([2, 1]);
      expect(versions[1]).toMatchObject({
        version: 2,
        on: "2027-01-01",
        author: names.ae,
        parameters: { winback: "all" },
      });
      expect(await nrr()).toEqual(before);
      const next = await nrr({ period: "2027" });
      expect([next.version, next.policy["winback"]]).toEqual([2, "all"]);
    });

    it("count a past period by the version in force then, unless restated by today's is asked for", async () => {
      const before = await nrr();
      now = "2027-02-01T08:00:00Z";
      expect((await store.api.definitions.ofTerm({ termId: "nrr" })).inForce).toBe(2);
      const [then, restated] = [await nrr(), await nrr({ definitions: "now" })];
      expect([then.value, then.version, then.policy]).toEqual([before.value, 1, before.policy]);
      expect([restated.version, restated.policy["winback"]]).toEqual([2, "all"]);
      const asked = await nrr({ policy: { winback: "all" } });
      expect(restated.value).toBe(asked.value);
      const series = await store.api.metrics.series({ term: "nrr", period: "ttm:2027-01", points: 3 });
      expect(series.map((figure) => figure.version).slice(0, 3)).toEqual([1, 1, 2]);
      const { trend, figures } = await store.api.retention.overview({ period: "2027-01" });
      expect(trend.points.length).toBeGreaterThan(3);
      expect([figures.nrr.figure.version, figures.nrr.compare?.version]).toEqual([2, 1]);
      expect((await store.api.workspace.get()).policy).toMatchObject({
        own: true,
        values: { winback: "all" },
      });
    });

    it("as of a day before they were agreed on are what was known then", async () => {
      const asked = await nrr({ period: "2027", asOf: day("2026-11-20") });
      expect([asked.version, asked.policy["winback"]]).toEqual([1, "none"]);
    });

    it("of two put forward against one version end with one", async () => {
      const takesEffectOn = day("2027-03-01");
      const [one, two] = await Promise.all(
        ["What stays", "What is left"].map((said) =>
          success!.definitions.propose({
            termId: "grr",
            text: { definition: `${said} of the ARR of customers held a year ago, losses taken off.` },
            takesEffectOn,
            reason: "Said shorter",
          }),
        ),
      );
      await Promise.all([
        seller!.definitions.sign(word(one!.entryId, "sales")),
        seller!.definitions.sign(word(two!.entryId, "sales")),
      ]);
      const signed = await Promise.all(
        [one!, two!].map(({ entryId }) => told(success!.definitions.sign(word(entryId, "customer_success")))),
      );
      expect(signed.filter((said) => said === "done")).toHaveLength(1);
      expect(signed.find((said) => said !== "done")).toMatch(/^CONFLICT Another version was agreed on since/);
      expect((await store.api.definitions.ofTerm({ termId: "grr" })).versions).toHaveLength(3);
    });

    it("that are rejected disturb nothing, and say who rejected them and why", async () => {
      const { entryId } = await revops!.definitions.propose({
        termId: "churn",
        text: { example: "A customer whose contract ended on 31 May and was not renewed churned that day." },
        takesEffectOn: day("2027-03-01"),
        reason: "Clearer",
      });
      await success!.definitions.sign({
        ...word(entryId, "customer_success"),
        decision: "reject",
        comment: "Notice counts",
      });
      const { versions, proposals } = await store.api.definitions.ofTerm({ termId: "churn" });
      expect(versions.filter(({ proposal }) => proposal !== null)).toEqual([]);
      expect(proposals[0]).toMatchObject({ state: "rejected" });
      expect(proposals[0]?.said).toMatchObject([{ typedName: names.csm, comment: "Notice counts" }]);
      expect(await told(seller!.definitions.sign(word(entryId, "sales")))).toMatch(
        /^CONFLICT This was rejected/,
      );
    });

    it("are refused with what to do instead: a value out of its range, a day past, nothing changed, a stale version", async () => {
      const propose = (rest: Partial<Parameters<Opened["api"]["definitions"]["propose"]>[0]>) =>
        told(seller!.definitions.propose({ ...change, takesEffectOn: day("2027-06-01"), ...rest }));
      expect(await propose({ termId: "arr", parameters: { winbackDays: 9_999 } })).toMatch(
        /Annual Recurring Revenue is not counted by "winbackDays"/,
      );
      expect(await propose({ termId: "new-arr", parameters: { winbackDays: 9_999 } })).toMatch(
        /PRECONDITION_FAILED .*whole number from 0 to 3650 days; "9999" is not/,
      );
      expect(
        await propose({ parameters: { nrrMethod: "all_movements", grrMethod: "cohort_losses" } }),
      ).toMatch(/is not counted by "grrMethod"/);
      expect(await propose({ takesEffectOn: day("2026-12-31"), parameters: { winback: "none" } })).toMatch(
        /takes effect today or later/,
      );
      expect(await propose({ parameters: { winback: "all" } })).toMatch(/Change something/);
      expect(await propose({ base: 1, parameters: { winback: "none" } })).toMatch(
        /^CONFLICT .* has a version 2/,
      );
      expect(await propose({ text: { definition: "x".repeat(601) } })).toMatch(/^BAD_REQUEST/);
    });

    it("are refused with a line break or another control character in a text", async () => {
      for (const definition of ["What is kept\0 of it.", "What is kept\nof it."])
        expect(await told(seller!.definitions.propose({ ...change, text: { definition } }))).toMatch(
          /^BAD_REQUEST [\s\S]*a line break or another control character/,
        );
    });

    it("are signed by people, each for the team they speak for, under their own name", async () => {
      const { entryId } = await seller!.definitions.propose({
        ...change,
        takesEffectOn: day("2027-06-01"),
        parameters: { winback: "none" },
      });
      const by = (api: Opened["api"], rest: object) =>
        told(api.definitions.sign({ ...word(entryId, "sales"), ...rest } as never));
      expect(await by(success!, { typedName: names.csm })).toMatch(/You do not sign for Sales/);
      expect(await by(seller!, { typedName: "Somebody Else" })).toMatch(
        /Type your name as your profile has it/,
      );
      expect(await by(store.api, {})).toMatch(/^PRECONDITION_FAILED .* signed by people/);
      await seller!.definitions.withdraw({ proposal: entryId, reason: "Not now" });
      expect(await by(seller!, {})).toMatch(/^NOT_FOUND/);
    });

    it("tell before they are signed what they would move, and reach the rules of the lifecycle", async () => {
      const impact = await store.api.definitions.impact({
        termId: "grr",
        parameters: { grrMethod: "whole_book_min" },
      });
      const grr = impact.figures.find(({ before }) => before.term === "grr");
      expect(grr?.before.value).not.toBe(grr?.after.value);
      expect(impact.accounts).toBeGreaterThan(0);
      expect(impact.terms.map(({ id }) => id)).toContain("nrr-grr-gap");
      const stages = await store.api.definitions.impact({
        termId: "lifecycle-management",
        parameters: { renewalOpensDays: 30 },
      });
      expect(stages.standings).toBeGreaterThan(0);
      const { entryId } = await seller!.definitions.propose({
        termId: "adopted",
        parameters: { seatShare: 90 },
        takesEffectOn: day("2027-03-01"),
        reason: "Fewer seats are not adoption",
      });
      await seller!.definitions.sign(word(entryId, "sales"));
      await success!.definitions.sign(word(entryId, "customer_success"));
      const share = async (at: string) =>
        (await store.api.rules.inForce({ on: day(at) })).parameters.find(({ name }) => name === "seatShare")
          ?.value;
      expect([await share("2027-02-28"), await share("2027-03-01")]).toEqual([80, 90]);
    });

    it("cannot be set, signed or taken back past the teams", async () => {
      const { entryId } = await seller!.definitions.propose({
        ...change,
        takesEffectOn: day("2027-09-01"),
        parameters: { winback: "none" },
      });
      const entry = { of: "term_signature", ...word(entryId, "sales"), comment: null } as const;
      expect(await told(store.api.journal.setRule({ entry }))).toMatch(
        /^BAD_REQUEST .*not set by journal.setRule/,
      );
      expect(await told(store.api.journal.withdraw({ entryId: entryId as never, reason: "x" }))).toMatch(
        /^NOT_FOUND/,
      );
    });

    it("are reviewed by the clock: an owner, who signs, when it is due, what calls for it sooner", async () => {
      const [ae] = [await demoPerson(store.house, "ae")];
      const member = ae.membership.member.id;
      await revops!.definitions.setSet({
        set: "sales_cs",
        owner: member,
        approvers: [{ team: "sales", member }],
        financeSigns: true,
        minutes: 45,
        reviewMonths: 3,
      });
      await revops!.definitions.review({ set: "sales_cs" });
      await success!.definitions.report({
        set: "sales_cs",
        trigger: "icp_shift",
        note: "We sell to banks now",
      });
      const [set] = await store.api.definitions.reviews();
      expect(set).toMatchObject({ owner: { name: names.ae }, overdue: false, dueOn: "2027-03-03" });
      expect(set?.first[0]?.id).toBe("icp");
      const lines = await store.api.glossary.list();
      for (const term of (await store.api.definitions.reviews()).flatMap(({ first }) => first))
        expect(lines.find(({ id }) => id === term.id)?.reviewedOn).toBe(term.reviewedOn);
      expect(set?.teams.map(({ team }) => team)).toEqual(["sales", "customer_success", "finance"]);
      expect((await store.api.definitions.ofTerm({ termId: "nrr" })).teams).toHaveLength(3);
      const offered = async (api: Opened["api"]) =>
        (await api.definitions.ofTerm({ termId: "nrr" })).proposals.find(({ state }) => state === "open")
          ?.signsFor;
      expect([await offered(revops!), await offered(seller!)]).toEqual([[], ["sales"]]);
    });

    it("are told in one log of changes, the product's and the workspace's own", async () => {
      const log = await store.api.definitions.log();
      expect(log.find(({ termId, version }) => termId === "nrr" && version === 2)).toMatchObject({
        by: "workspace",
        author: names.ae,
        reason: change.reason,
        proposedFor: "nrr",
      });
      const seats = log.find(({ termId, parameters }) => termId === "adopted" && "seatShare" in parameters);
      expect(seats?.labels["seatShare"]).toMatch(/^[A-Z][a-z]+ /);
      expect(log.filter(({ by }) => by === "product").length).toBeGreaterThan(200);
    });

    it("tell of a parameter who set it, when and why", async () => {
      now = "2027-03-05T08:00:00Z";
      const { parameters } = await store.api.definitions.ofTerm({ termId: "adopted" });
      expect(parameters.find(({ name }) => name === "seatShare")).toMatchObject({
        value: 90,
        setBy: { on: "2027-03-01", byName: names.csm, reason: "Fewer seats are not adoption" },
      });
    });
  });
});

import { day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const secret = "Kickoff was held and nobody complained";
const terms = ["onboarded", "nrr", "at-risk"];

eachEngine((on) => {
  describe("sessions about terms", () => {
    let store: Opened;
    let now = Date.parse("2026-11-28T09:00:00Z");
    let [revops, ae, csm, viewer, finance]: Opened["api"][] = [];
    const later = (seconds: number) => {
      now += seconds * 1_000;
    };
    const called = async (change: object = {}) =>
      (await revops!.sessions.plan({ set: "sales_cs", title: "Most cited", terms, minutes: 45, ...change }))
        .id;
    const termOf = async (api: Opened["api"], id: string, term = "onboarded") =>
      (await api.sessions.one({ id: id as never })).terms.find((one) => one.term === term)!;
    type Id = Awaited<ReturnType<typeof called>>;
    const step = (id: Id, name: string, term: string | null = null, more: object = {}) =>
      ae!.sessions.step({ id, step: name as never, term, ...more });

    beforeAll(async () => {
      store = await opened(await on.open(), { clock: { now: () => instant(new Date(now).toISOString()) } });
      const as = async (role: Parameters<typeof someoneAs>[1]) =>
        store.apiAs(await someoneAs(store.termwise, role));
      [revops, ae, csm, viewer] = [await as("revops"), await as("ae"), await as("csm"), await as("viewer")];
      finance = await as("finance");
    });

    it("are planned to the second, by the set, the terms cited most and the section where gaps are found first", async () => {
      const draft = await csm!.sessions.draft({ set: "sales_cs" });
      expect([draft.minutes, draft.budget.each, draft.terms.length, draft.firstSection]).toEqual([
        45,
        228,
        10,
        "Lifecycle",
      ]);
      const product = await csm!.sessions.draft({ set: "cs_product", scope: "short", order: "name" });
      expect([product.minutes, product.terms.length]).toEqual([60, 6]);
      expect(await told(viewer!.sessions.draft({ set: "sales_cs" }))).toMatch(/^FORBIDDEN/);
    });

    it("UX-50 keep answers from the other team until they are revealed, whatever is asked for", async () => {
      const id = await called();
      await step(id, "started");
      const answer = { id, term: "onboarded", written: "yes", text: secret } as const;
      await ae!.sessions.answer({ ...answer, team: "sales" });
      await csm!.sessions.answer({ ...answer, team: "customer_success", written: "no", text: null });
      const states = async (api: Opened["api"]) => (await termOf(api, id)).answers.map(({ state }) => state);
      expect(await states(ae!)).toEqual(["seen", "hidden"]);
      expect(await states(csm!)).toEqual(["hidden", "seen"]);
      expect(await states(viewer!)).toEqual(["hidden", "hidden"]);
      const heard = await Promise.all([
        csm!.sessions.one({ id }),
        csm!.sessions.list(),
        csm!.sessions.minutes({ id }),
        csm!.journal.rules(),
        store.api.sessions.one({ id }),
      ]);
      expect(JSON.stringify(heard)).not.toContain(secret);
      expect(JSON.stringify(heard)).not.toContain('"yes"');
      expect(await told(ae!.sessions.outcome({ id, term: "onboarded", outcome: "agreed" }))).toMatch(
        /^PRECONDITION_FAILED Reveal the answers first/,
      );
      expect(await told(step(id, "revealed", "onboarded"))).toMatch(
        /^PRECONDITION_FAILED .*not at this term/,
      );
      await step(id, "moved", "onboarded");
      await step(id, "revealed", "onboarded");
      const open = await termOf(csm!, id);
      expect(open.answers.map(({ text }) => text)).toEqual([secret, null]);
      expect(open.offered).toBe("divergent");
      expect(await told(csm!.sessions.answer({ ...answer, team: "customer_success" }))).toMatch(/in sight/);
    });

    it("are taken further by those who take part; others are told who that is", async () => {
      const id = await called();
      await step(id, "started");
      await step(id, "moved", "onboarded");
      const api = finance!.sessions;
      const agenda = [{ term: "onboarded" }];
      for (const work of [
        () => api.step({ id, step: "revealed", term: "onboarded", without: true }),
        () => api.step({ id, step: "closed" }),
        () => api.outcome({ id, term: "onboarded", outcome: "parked" }),
        () => api.note({ id, text: "Mine" }),
        () => api.agenda({ id, items: agenda }),
        () => api.schedule({ id, startsAt: null }),
        () => api.callOff({ id, reason: "No" }),
        () => api.decide({ id, decision: "park" }),
      ])
        expect(await told(work())).toMatch(
          /^PRECONDITION_FAILED .*Who can: .*anybody of Sales, anybody of Customer success, RevOps/,
        );
      const drive = async (of: Opened["api"]) => (await of.sessions.one({ id })).me.drives;
      expect([await drive(finance!), await drive(viewer!), await drive(csm!)]).toEqual([false, false, true]);
      expect(await told(finance!.sessions.answer({ id, term: "nrr", team: "sales", written: "no" }))).toMatch(
        /do not answer for Sales/,
      );
    });

    it("are revealed without a team's answer only when somebody says so, and then match nothing", async () => {
      const id = await called();
      await step(id, "started");
      await step(id, "moved", "nrr");
      await ae!.sessions.answer({ id, term: "nrr", team: "sales", written: "yes" });
      expect(await told(step(id, "revealed", "nrr"))).toMatch(
        /^PRECONDITION_FAILED Customer success has not answered/,
      );
      await step(id, "revealed", "nrr", { without: true });
      expect((await termOf(csm!, id, "nrr")).answers.map(({ state }) => state)).toEqual(["seen", "none"]);
      expect(await told(ae!.sessions.outcome({ id, term: "nrr", outcome: "agreed" }))).toMatch(
        /^PRECONDITION_FAILED Customer success has not answered/,
      );
    });

    it("let people answer for their own team, and who leads for one that has not", async () => {
      const id = await called();
      const answer = (api: Opened["api"], team: string, term = "nrr") =>
        told(api.sessions.answer({ id, term, team: team as never, written: "no" }));
      expect(await answer(csm!, "sales")).toMatch(/^PRECONDITION_FAILED You do not answer for Sales/);
      expect(await answer(csm!, "product")).toMatch(/does not take part/);
      expect([await answer(revops!, "customer_success"), await answer(csm!, "customer_success")]).toEqual([
        "done",
        "done",
      ]);
      expect(await answer(revops!, "customer_success")).toMatch(/has answered already/);
      expect(await answer(viewer!, "sales")).toMatch(/^FORBIDDEN/);
      expect(await answer(ae!, "sales", "beta")).toMatch(/not a term of this session/);
    });

    it("UX-50 have a timer that is told from what happened, and go to another term only when somebody moves them", async () => {
      const id = await called();
      expect(await told(step(id, "paused"))).toMatch(/has not begun/);
      await step(id, "started");
      later(170);
      await step(id, "moved", "onboarded", { at: null });
      later(60);
      await step(id, "paused");
      later(600);
      const clock = async () => (await revops!.sessions.one({ id })).clock;
      expect(await clock()).toMatchObject({ running: false, whole: { elapsed: 230_000 } });
      await step(id, "resumed");
      later(5_000);
      const late = await revops!.sessions.one({ id });
      expect([late.term, late.clock.part]).toEqual(["onboarded", { elapsed: 5_060_000, budget: 760_000 }]);
      expect(await told(step(id, "moved", "nrr", { at: "nrr" }))).toMatch(/^CONFLICT Somebody has moved/);
      const both = ["nrr", "at-risk"].map((term) => told(step(id, "moved", term, { at: "onboarded" })));
      expect((await Promise.all(both)).toSorted()).toEqual([expect.stringMatching(/^CONFLICT/), "done"]);
    });

    it("G-14 end with the alignment agenda: divergent first, owners and days, working sessions, nothing twice", async () => {
      const id = await called({ title: "Agenda" });
      await step(id, "started");
      for (const [term, outcome] of [
        ["onboarded", "none_written"],
        ["nrr", "agreed"],
        ["at-risk", "divergent"],
      ] as const) {
        await step(id, "moved", term);
        for (const [api, team] of [
          [ae!, "sales"],
          [csm!, "customer_success"],
        ] as const)
          await api.sessions.answer({ id, term, team, written: "yes" });
        await step(id, "revealed", term);
        await ae!.sessions.outcome({ id, term, outcome: "parked" });
        await ae!.sessions.outcome({ id, term, outcome });
      }
      await step(id, "closing");
      const seen = await revops!.sessions.one({ id });
      expect([seen.dueBy, seen.findings.map(({ term }) => term)]).toEqual([
        "2026-12-31",
        ["at-risk", "onboarded"],
      ]);
      const item = (term: string, working = false) =>
        ({ term, owner: "Kim Ito", dueOn: seen.dueBy, working, startsAt: null }) as never;
      expect(await told(ae!.sessions.agenda({ id, items: [item("nrr")] }))).toMatch(/^PRECONDITION_FAILED/);
      for (const dueOn of ["2026-11-27", "2027-01-01"])
        expect(
          await told(ae!.sessions.agenda({ id, items: [{ term: "onboarded", dueOn: day(dueOn) }] })),
        ).toMatch(/^PRECONDITION_FAILED .*from 2026-11-28 to 2026-12-31/);
      const items = [item("onboarded"), item("at-risk", true)];
      const first = await ae!.sessions.agenda({ id, items });
      expect(await ae!.sessions.agenda({ id, items })).toEqual(first);
      const agenda = (await revops!.divergence.agenda()).items.filter(({ found }) => found?.session === id);
      expect(agenda.map(({ term, owner, dueOn, found }) => [term, owner, dueOn, found?.outcome])).toEqual([
        ["at-risk", "Kim Ito", "2026-12-31", "divergent"],
        ["onboarded", "Kim Ito", "2026-12-31", "none_written"],
      ]);
      const { entryId, reason } = agenda[0]!;
      await revops!.divergence.setAgenda({
        entryId: entryId as never,
        term: "at-risk",
        reason,
        owner: "Lee",
      });
      expect((await revops!.sessions.one({ id })).agenda[0]).toMatchObject({
        owner: "Lee",
        outcome: "divergent",
      });
      await ae!.sessions.agenda({ id, items });
      await step(id, "closed");
      const after = await viewer!.sessions.one({ id });
      expect(after).toMatchObject({ phase: "closed", working: [{ term: "at-risk", phase: "planned" }] });
      const { name, markdown } = await viewer!.sessions.minutes({ id });
      expect(name).toBe("minutes-2026-11-28-agenda.md");
      expect(markdown).toContain("1. At-risk: Kim Ito, by 2026-12-31");
      expect(await told(step(id, "resumed"))).toMatch(/is over/);
    });

    it("G-15 write one text together, which counts once both teams have signed it, and then settles the agenda", async () => {
      const found = await called({ title: "Found", terms: ["at-risk"] });
      await step(found, "started");
      await step(found, "moved", "at-risk");
      await step(found, "revealed", "at-risk", { without: true });
      await csm!.sessions.outcome({ id: found, term: "at-risk", outcome: "divergent" });
      const { items } = await csm!.sessions.agenda({
        id: found,
        items: [{ term: "at-risk", working: true }],
      });
      const other = { kind: "working" as const, title: "Again", terms: ["at-risk"] };
      expect(await told(csm!.sessions.plan({ ...other, set: "cs_product" }))).toMatch(/other set of terms/);
      expect(await told(csm!.sessions.plan({ ...other, after: "ent_nothing" as never }))).toMatch(
        /^NOT_FOUND/,
      );
      const id = items[0]!.working as Id;
      expect((await csm!.sessions.one({ id: found })).owner.id).toBe(
        (await csm!.sessions.one({ id })).owner.id,
      );
      await step(id, "started");
      const reading = { id, term: "at-risk", written: "differently", text: "A mood" } as const;
      await ae!.sessions.answer({ ...reading, team: "sales" });
      expect((await termOf(csm!, id, "at-risk")).answers[0]).toMatchObject({ state: "seen", text: "A mood" });
      const { entryId: proposal } = await csm!.definitions.propose({
        termId: "at-risk",
        text: { example: "A score of 44 in two weeks in a row, whatever anybody feels." },
        takesEffectOn: day("2027-01-01"),
        reason: "Sales read it as a mood",
      });
      expect(await told(csm!.sessions.decide({ id, decision: "park", proposal }))).toMatch(/no proposal/);
      expect(await told(csm!.sessions.decide({ id: found, decision: "adopt" }))).toMatch(/decides nothing/);
      await csm!.sessions.decide({ id, decision: "adopt", proposal });
      const sign = (api: Opened["api"], team: string, typedName: string) =>
        api.definitions.sign({ proposal, team: team as never, decision: "approve", typedName });
      await sign(ae!, "sales", "Test ae");
      expect((await revops!.sessions.one({ id })).decision).toMatchObject({
        stands: "open",
        missing: ["Customer success"],
      });
      await sign(csm!, "customer_success", "Test csm");
      await step(id, "closed");
      const { decision } = await revops!.sessions.one({ id });
      expect(decision).toMatchObject({ stands: "approved", missing: [], inForceFrom: "2027-01-01" });
      expect((await revops!.sessions.one({ id: found })).agenda).toMatchObject([{ settled: true }]);
      expect((await revops!.sessions.minutes({ id })).markdown).toMatch(
        /Adopt the proposed text .*Both teams have signed it, in force from 2027-01-01.*Signed by Test ae and Test csm/s,
      );
    });

    it("are called off before they begin, by those who take part", async () => {
      const id = await called();
      await csm!.sessions.schedule({ id, startsAt: instant("2026-12-01T10:00:00+01:00") });
      expect((await viewer!.sessions.one({ id })).startsAt).toBe("2026-12-01T09:00:00.000Z");
      await revops!.sessions.callOff({ id, reason: "Nobody has time" });
      expect(await told(revops!.sessions.one({ id }))).toMatch(/^NOT_FOUND/);
      const begun = await called();
      await step(begun, "started");
      expect(await told(csm!.sessions.schedule({ id: begun, startsAt: null }))).toMatch(/has begun/);
      expect(await told(revops!.sessions.callOff({ id: begun, reason: "No" }))).toMatch(/Close it instead/);
      expect(await told(called({ terms: ["nrr", "nrr"] }))).toMatch(/takes each term once/);
      expect(await told(called({ kind: "working" }))).toMatch(/^BAD_REQUEST .*one term/);
      expect(await told(called({ terms: ["nowhere"] }))).toMatch(/has no term "nowhere"/);
      expect(await told(called({ terms: ["nrr", "beta"] }))).toMatch(
        /^BAD_REQUEST .*belongs to CS and Product/,
      );
      expect(await told(called({ title: "Most\ncited" }))).toMatch(/^BAD_REQUEST .*one line/s);
    });
  });
});

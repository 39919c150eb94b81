import { noFacts } from "@termwise/core/facts";
import { type AccountId, addDays, day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFacts } from "../pipeline.ts";
import { personIn } from "../security/target.ts";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { plainCompany } from "../testing-plain-company.ts";

let seconds = 0;
const clock = {
  now: () => {
    seconds += 1;
    return instant(new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString());
  },
};
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const period = "2026-Q3";

eachEngine((on) => {
  describe("what a leadership team says of its figures", () => {
    let store: Opened;
    let [exec, viewer, csm]: Opened["api"][] = [];
    const seen = (api = exec!) => api.review.ofPeriod({ period });
    beforeAll(async () => {
      store = await opened(await on.open(), { clock });
      const { db, workspaceId } = store.termwise;
      await recordFacts(db, workspaceId, { ...noFacts, ...plainCompany });
      exec = store.apiAs(await someoneAs(store.termwise, "exec"));
      viewer = store.apiAs(await someoneAs(store.termwise, "viewer"));
      csm = store.apiAs(await someoneAs(store.termwise, "csm", "own"));
    });

    it("holds a figure against its target: that of the period, else the one in force since a month", async () => {
      await exec!.review.setTarget({ term: "nrr", since: "2026-01", value: "1.05" });
      const nrr = async () => (await seen()).targets.find(({ term }) => term === "nrr");
      expect(await nrr()).toMatchObject({ value: "1.05", gap: "-16.7647", unit: "ratio" });
      await exec!.review.setTarget({ term: "nrr", period, value: "0.98" });
      expect(await nrr()).toMatchObject({ value: "0.98", gap: "-9.7647" });
      const slice = { dimension: "segment", value: "Enterprise" } as const;
      await exec!.review.setTarget({
        term: "closing-cohort-arr",
        since: "2026-01",
        slice,
        value: "7000000",
      });
      const sliced = await exec!.review.ofPeriod({ period, filters: { segment: ["Enterprise"] } });
      expect(sliced.targets).toMatchObject([
        { term: "closing-cohort-arr", gap: "-1000000", currency: "USD" },
      ]);
    });

    it("keeps every target that was set, who set it and when, and brings back what was removed", async () => {
      const { entryId, before } = await exec!.review.setTarget({ term: "grr", period, value: "0.9" });
      expect(before).toBeNull();
      expect(await exec!.review.setTarget({ term: "grr", period, value: "0.92" })).toEqual({
        entryId,
        before: "0.9",
      });
      await exec!.review.remove({ entryId });
      expect((await seen()).targets.map(({ term }) => term)).toEqual(["nrr"]);
      const history = await exec!.review.history({ entryId });
      expect(history.map(({ entry, withdrawn }) => ["value" in entry && entry.value, withdrawn])).toEqual([
        ["0.92", "Removed"],
        ["0.92", null],
        ["0.9", null],
      ]);
      await exec!.review.restore({ entryId });
      expect(await told(exec!.review.restore({ entryId }))).toMatch(/^CONFLICT/);
      expect((await seen()).targets).toHaveLength(2);
    });

    it("marks days on the trend, and definitions that changed mark themselves", async () => {
      const { entryId } = await exec!.review.annotate({
        on: day("2026-07-01"),
        about: "price_change",
        text: "List prices up 6 %",
      });
      await exec!.review.annotate({
        entryId,
        on: day("2026-07-01"),
        to: day("2026-07-15"),
        about: "price_change",
        text: "List prices up 8 %",
      });
      await exec!.review.annotate({ on: day("2024-01-01"), about: "note", text: "Long ago" });
      expect((await seen()).marks).toMatchObject([{ entryId, text: "List prices up 8 %", to: "2026-07-15" }]);
      expect(
        await told(
          exec!.review.annotate({ on: day("2026-07-02"), to: day("2026-07-01"), about: "note", text: "x" }),
        ),
      ).toMatch(/first/);
      await exec!.definitions.propose({
        termId: "nrr",
        parameters: { winback: "all" },
        takesEffectOn: day("2026-11-21"),
        reason: "The board asked",
      });
      expect((await exec!.review.ofPeriod({ period: "2026-11" })).marks.map(({ about }) => about)).toEqual([
        "price_change",
      ]);
    });

    it("marks the open month too, where the trend shows it beside the last closed one", async () => {
      const { entryId } = await exec!.review.annotate({ on: day("2026-02-10"), about: "note", text: "Now" });
      const marked = async (of: string) =>
        (await exec!.review.ofPeriod({ period: of })).marks.some((mark) => mark.entryId === entryId);
      expect([await marked("ttm:2026-01"), await marked("ttm:2025-12")]).toEqual([true, false]);
    });

    it("puts the action of a commentary on its owner's list, and follows it there", async () => {
      const said = {
        term: "nrr",
        period,
        driver: "price",
        owner: "Kim",
        dueOn: day("2026-12-01"),
        state: "acting",
      } as const;
      const cause = "Northwind's sponsor left before the renewal was prepared";
      const action = "Meet the new sponsor at Northwind";
      expect(await told(exec!.review.comment({ ...said, cause, action }))).toMatch(/Name the account/);
      expect(await told(exec!.review.comment({ ...said, action }))).toMatch(/diagnosis in progress/);
      const accountId = "acc_north" as AccountId;
      const { entryId, task, restates } = await exec!.review.comment({ ...said, cause, action, accountId });
      expect(restates).toBe(false);
      const tasks = async () => (await store.api.tasks.list({ of: "all", accountId, closed: true })).tasks;
      expect(await tasks()).toMatchObject([
        { entryId: task, title: action, assignee: "Kim", dueOn: "2026-12-01", madeBy: "review" },
      ]);
      await exec!.review.comment({
        ...said,
        entryId,
        cause,
        action,
        accountId,
        dueOn: addDays(said.dueOn, 7),
      });
      expect(await tasks()).toMatchObject([{ entryId: task, dueOn: "2026-12-08" }]);
      await store.api.tasks.complete({ entryId: task! });
      await exec!.review.comment({ ...said, entryId, cause, action, accountId, state: "done" });
      expect((await seen()).commentary).toMatchObject([
        {
          entryId,
          state: "done",
          account: { name: "Northwind" },
          task: { entryId: task, state: "done" },
          restates: false,
        },
      ]);
    });

    it("names as owner somebody there is, who sees the account: no task is made that nobody would find", async () => {
      await personIn(store, store.house.first, { role: "csm", scope: "own", knownAs: ["Ana"] });
      const said = {
        term: "nrr",
        period: "2026-Q2",
        driver: "price",
        cause: "The sponsor left",
        dueOn: day("2026-12-01"),
        state: "acting",
      } as const;
      const of = (owner: string, account: string) =>
        told(exec!.review.comment({ ...said, owner, accountId: account as AccountId }));
      expect(await of("Nobody at all", "acc_north")).toMatch(/Nobody is called "Nobody at all"/);
      expect(await of("Ana", "acc_north")).toMatch(/Ana does not see Northwind/);
      expect(await of("Ana", "acc_south")).toBe("done");
    });

    it("warns where a commentary only restates the number, and lets a diagnosis be in progress", async () => {
      const plain = { term: "grr", period, driver: "seats", state: "diagnosis" } as const;
      const { restates, task } = await exec!.review.comment({ ...plain, cause: "GRR fell 2.1 pp to 98 %" });
      expect([restates, task]).toEqual([true, null]);
      await exec!.review.comment(plain);
      expect((await seen()).commentary.map(({ state, restates: so }) => [state, so])).toEqual([
        ["diagnosis", false],
        ["diagnosis", true],
        ["done", false],
      ]);
    });

    it("is read by whoever sees the whole book, and written by whoever answers for it", async () => {
      expect((await seen(viewer!)).targets).toHaveLength(2);
      expect(await told(viewer!.review.setTarget({ term: "nrr", period, value: "1" }))).toMatch(/^FORBIDDEN/);
      expect(await told(seen(csm!))).toMatch(/^FORBIDDEN/);
      const kinds = ["target_set", "annotation", "commentary"] as const;
      expect((await csm!.journal.rules({ kinds: [...kinds] })).entries).toEqual([]);
      for (const wrong of [
        { value: "-1" },
        { value: "110" },
        { value: "many" },
        { since: "2026-01" },
        { period: undefined },
      ])
        expect(
          await told(exec!.review.setTarget({ term: "nrr", period, value: "1", ...wrong } as never)),
        ).toMatch(/^BAD_REQUEST/);
    });

    it("of a day in the past is what was said by then", async () => {
      const asked = await exec!.review.ofPeriod({ period, asOf: day("2026-11-20") });
      expect([asked.targets, asked.marks, asked.commentary]).toEqual([[], [], []]);
    });
  });
});

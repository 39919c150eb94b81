import type { AccountEntry, EntryOf } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, day, EntryId, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const today = day("2026-11-21");
let looks = 0;
let looksLeft = Number.POSITIVE_INFINITY;
/** The time goes on by itself a second at each look; it breaks when it has no looks left. */
const clock = {
  now: () => {
    looks += 1;
    looksLeft -= 1;
    if (looksLeft < 0) throw new Error("The clock is broken.");
    return instant(new Date(Date.parse("2026-11-21T08:00:00Z") + looks * 1_000).toISOString());
  },
};
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const taskOf = (title: string, rest: Partial<EntryOf<"task">> = {}): AccountEntry => ({
  of: "task",
  title,
  assignee: null,
  dueOn: today,
  priority: "normal",
  state: "open",
  source: "manual",
  repeats: null,
  snoozedUntil: null,
  note: null,
  ...rest,
});
const monthly = { repeats: { every: 1, unit: "month" }, dueOn: day("2026-10-31") } as const;

eachEngine((on) => {
  describe("tasks, asked of the server", () => {
    let store: Opened;
    let csm: Opened["api"];
    let name: string;
    let [mine, others]: AccountId[] = [];
    const add = async (title: string, rest: Partial<EntryOf<"task">> = {}, accountId = mine!) =>
      (await store.api.journal.record({ accountId, entry: taskOf(title, rest) })).entryId;
    const one = async (title: string, asked: Parameters<Opened["api"]["tasks"]["list"]>[0] = {}) =>
      (await store.api.tasks.list({ of: "all", closed: true, search: title, ...asked })).tasks;

    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      const person = await demoPerson(store.house, "csm");
      name = person.membership.member.knownAs[0] ?? person.name;
      csm = store.apiAs(person);
      const own = await csm.accounts.list({ status: ["customer"], pageSize: 500 });
      const all = await store.api.accounts.list({ status: ["customer"], pageSize: 500 });
      const ids = new Set(own.rows.map(({ accountId }) => accountId));
      mine = own.rows.find((row) => row.csm === name)!.accountId;
      others = all.rows.find(({ accountId }) => !ids.has(accountId))!.accountId;
    });

    it("stand in groups by when they fall due, each counted, the first to be done on top", async () => {
      const due = [-1, 0, 7, 8, null].map((days) => (days === null ? null : addDays(today, days)));
      for (const dueOn of due) await add("In groups", { dueOn });
      await add("In groups", { snoozedUntil: addDays(today, 3) });
      await add("In groups", { state: "done" });
      const { tasks, counts } = await store.api.tasks.list({ of: "all", search: "in groups" });
      const groups = ["overdue", "today", "week", "later", "undated", "snoozed"];
      expect(tasks.map((task) => [task.due, task.daysLate])).toEqual(
        groups.map((group) => [group, group === "overdue" ? 1 : 0]),
      );
      expect(counts).toEqual([...groups, "closed"].map((group) => ({ group, tasks: 1 })));
      expect(await one("in groups", { limit: 1 })).toHaveLength(7);
    });

    it("are one's own, of the accounts in one's book, or all one may see, and never those of other accounts", async () => {
      await add("Scoped", { assignee: name, title: "Scoped mine" });
      await add("Scoped", { title: "Scoped nobody" });
      await add("Scoped", { assignee: "Somebody Else", title: "Scoped theirs" });
      await add("Scoped", { title: "Scoped away" }, others);
      const titles = async (of: "mine" | "accounts" | "all") =>
        (await csm.tasks.list({ of, search: "scoped" })).tasks.map(({ title }) => title).sort();
      expect(await titles("mine")).toEqual(["Scoped mine", "Scoped nobody"]);
      expect(await titles("accounts")).toEqual(["Scoped mine", "Scoped nobody", "Scoped theirs"]);
      expect(await titles("all")).toEqual(["Scoped mine", "Scoped nobody", "Scoped theirs"]);
      const [away] = await one("Scoped away");
      const entryId = EntryId.parse(away?.entryId);
      expect(await told(csm.tasks.complete({ entryId }))).toMatch(/^NOT_FOUND/);
      expect(await told(csm.tasks.list({ accountId: others! }))).toMatch(/^NOT_FOUND/);
    });

    it("are narrowed by assignee, priority, source and account", async () => {
      await add("Narrow", { assignee: "Ana", priority: "high", source: "gate" });
      await add("Narrow", { assignee: null, priority: "low" });
      expect(await one("narrow", { assignees: ["ana"] })).toHaveLength(1);
      expect(await one("narrow", { assignees: [""] })).toHaveLength(1);
      expect(await one("narrow", { priorities: ["high"], sources: ["gate"] })).toHaveLength(1);
      expect(await one("narrow", { priorities: ["high"], sources: ["manual"] })).toEqual([]);
      expect(await one("narrow", { accountId: mine! })).toHaveLength(2);
      const people = await csm.tasks.people({ accountId: mine! });
      expect(people).toContain(name);
      expect(people).toContain("Ana");
      expect(await csm.tasks.people()).toEqual(expect.arrayContaining(people));
      expect(await told(csm.tasks.people({ accountId: others! }))).toMatch(/^NOT_FOUND/);
    });

    it("one that is done once stays done, and whoever is slower is told", async () => {
      const entryId = await add("Once");
      expect(await csm.tasks.complete({ entryId })).toEqual({
        entryId,
        next: null,
        undo: "Opens the task again.",
      });
      expect(await one("once")).toMatchObject([{ state: "done", due: "closed", byName: expect.any(String) }]);
      expect(await told(store.api.tasks.complete({ entryId }))).toMatch(/^CONFLICT .*Somebody was faster/);
    });

    it("one that comes again leaves the next behind, and undoing takes both back", async () => {
      const entryId = await add("Twin of a kind", monthly);
      const { next, undo } = await store.api.tasks.complete({ entryId });
      expect(next).toMatchObject({ dueOn: "2026-11-30" });
      expect(undo).toMatch(/takes the next one back/);
      const states = async () =>
        (await one("twin of a kind")).map((task) => [task.state, task.dueOn, task.repeats?.dayOfMonth]);
      const both = [
        ["open", "2026-11-30", 31],
        ["done", "2026-10-31", undefined],
      ];
      expect(await states()).toEqual(both);
      expect(await store.api.tasks.reopen({ entryId })).toEqual({ entryId, tookBack: next?.entryId });
      expect(await states()).toEqual([["open", "2026-10-31", undefined]]);
      const again = await store.api.tasks.complete({ entryId });
      expect(again.next?.entryId).toBe(next?.entryId);
      expect(await states()).toEqual(both);
    });

    it("of completing and leaving the next behind both stand or neither, wherever it breaks off", async () => {
      const entryId = await add("Cut short", { ...monthly });
      let [broken, done] = [0, false];
      for (let left = 0; !done && left < 40; left++) {
        looksLeft = left;
        done = (await told(store.api.tasks.complete({ entryId }))) === "done";
        looksLeft = Number.POSITIVE_INFINITY;
        const states = (await one("cut short")).map(({ state }) => state).sort();
        expect(states).toEqual(done ? ["done", "open"] : ["open"]);
        if (!done) broken += 1;
      }
      expect(done && broken > 2).toBe(true);
    });

    it("completed by two at once is completed once, with one task after it", async () => {
      const entryId = await add("Raced", monthly);
      const answers = await Promise.all([1, 2, 3].map(() => told(store.api.tasks.complete({ entryId }))));
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      expect((await one("raced")).map(({ state }) => state)).toEqual(["open", "done"]);
    });

    it("is not opened again over a next one that somebody has worked with", async () => {
      const entryId = await add("Worked on", monthly);
      const { next } = await store.api.tasks.complete({ entryId });
      await store.api.tasks.change({ entryId: EntryId.parse(next?.entryId), change: { priority: "high" } });
      expect(await told(store.api.tasks.reopen({ entryId }))).toMatch(
        /^PRECONDITION_FAILED .*that one instead/,
      );
      expect(await one("worked on")).toHaveLength(2);
    });

    it("opened again by a plain entry and completed anew names the next one as it stands, and no undoing there is not", async () => {
      const entryId = await add("Opened plainly", monthly);
      const { next } = await store.api.tasks.complete({ entryId });
      const nextId = EntryId.parse(next?.entryId);
      await store.api.tasks.change({ entryId: nextId, change: { dueOn: day("2026-12-05") } });
      const entry = taskOf("Opened plainly", monthly);
      await store.api.journal.record({ accountId: mine!, entryId, entry });
      const again = await store.api.tasks.complete({ entryId });
      expect(again).toMatchObject({ next: { entryId: nextId, dueOn: "2026-12-05" } });
      expect(again.undo).toMatch(/^Nothing/);
      expect(await told(store.api.tasks.reopen({ entryId }))).toMatch(/^PRECONDITION_FAILED/);
    });

    it("is never completed past its repetition by a plain entry", async () => {
      const entryId = await add("Repeats", monthly);
      const entry = taskOf("Repeats", { ...monthly, state: "done" });
      expect(await told(store.api.journal.record({ accountId: mine!, entryId, entry }))).toMatch(
        /^PRECONDITION_FAILED .*tasks.complete/,
      );
    });

    it("opened again is put off as it was, unless that day has come", async () => {
      const snoozedUntil = addDays(today, 5);
      const entryId = await add("Put off before", { snoozedUntil });
      await store.api.tasks.complete({ entryId });
      await store.api.tasks.reopen({ entryId });
      expect(await one("put off before")).toMatchObject([{ due: "snoozed", snoozedUntil }]);
    });

    it("changes field by field; what was before undoes it, and two who change different fields are both heard", async () => {
      const entryId = await add("Changes", { assignee: "Ana" });
      const [first, second] = await Promise.all([
        store.api.tasks.change({ entryId, change: { assignee: null, dueOn: null } }),
        store.api.tasks.change({ entryId, change: { priority: "high" } }),
      ]);
      expect(first.before).toEqual({ assignee: "Ana", dueOn: today });
      expect(second.before).toEqual({ priority: "normal" });
      expect(await one("changes")).toMatchObject([{ assignee: null, dueOn: null, priority: "high" }]);
      await store.api.tasks.change({ entryId, change: first.before as { assignee: string; dueOn: Day } });
      expect(await one("changes")).toMatchObject([{ assignee: "Ana", dueOn: today, priority: "high" }]);
    });

    it("is dropped and brought back, and put off until a day to come alone", async () => {
      const entryId = await add("Dropped");
      const change = (patch: { state?: "open" | "cancelled"; snoozedUntil?: Day }) =>
        store.api.tasks.change({ entryId, change: patch });
      const { before } = await change({ state: "cancelled" });
      expect(await one("dropped")).toMatchObject([{ due: "closed", state: "cancelled" }]);
      expect(await told(store.api.tasks.complete({ entryId }))).toMatch(/^PRECONDITION_FAILED .*dropped/);
      await change(before as { state: "open" });
      expect(await told(change({ snoozedUntil: today }))).toMatch(/^PRECONDITION_FAILED .*a day to come/);
      await change({ snoozedUntil: addDays(today, 1) });
      expect(await one("dropped")).toMatchObject([{ due: "snoozed" }]);
    });

    it("that somebody changed since it was looked at says who did, before it is changed by what was seen", async () => {
      const entryId = await add("Seen");
      const seen = instant((await one("seen"))[0]?.recordedAt ?? "");
      await csm.tasks.change({ entryId, change: { priority: "high" }, seen });
      const late = store.api.tasks.change({ entryId, change: { priority: "low" }, seen });
      expect(await told(late)).toMatch(/^CONFLICT .* changed this task at \d\d:\d\d UTC/);
      expect(await told(store.api.tasks.change({ entryId, change: {} }))).toMatch(/^BAD_REQUEST/);
    });

    it("are read by whoever reads the book, and changed by whoever may write on record; each change is in the audit log", async () => {
      const entryId = await add("Rights");
      const viewer = store.apiAs(await someoneAs(store.termwise, "viewer"));
      expect(await told(viewer.tasks.list({ of: "all" }))).toBe("done");
      expect(await told(viewer.tasks.complete({ entryId }))).toMatch(/^FORBIDDEN/);
      expect(await told(viewer.tasks.change({ entryId, change: { priority: "low" } }))).toMatch(/^FORBIDDEN/);
      await csm.tasks.complete({ entryId });
      await csm.tasks.reopen({ entryId });
      const { entries } = await store.api.audit.list({ subject: entryId });
      expect(entries.map(({ action }) => action)).toEqual(Array(3).fill("entry_recorded"));
    });
  });
});

import { describe, expect, it } from "vitest";
import { day, EntryId } from "../kernel/index.ts";
import { type CustomerRecord, recordOf } from "../people/index.ts";
import { workChecks } from "./checks.ts";
import { customerWith, type PlainTask, taskOf } from "./plain-work.ts";
import { byDue, completed, tasksOn } from "./tasks.ts";
import { isTaskOf } from "./whose-task.ts";

const today = day("2026-11-20");
const stands = (task: PlainTask) => tasksOn(customerWith([task]), today)[0]?.due;
const named = (title: string, due: string | null, rest: Partial<PlainTask> = {}) => ({ title, due, ...rest });

describe("a task", () => {
  it("is overdue the day after it was due and not on it; within seven days it is of this week", () => {
    expect(stands(named("a", "2026-11-19"))).toBe("overdue");
    expect(stands(named("a", "2026-11-20"))).toBe("today");
    expect(stands(named("a", "2026-11-27"))).toBe("week");
    expect(stands(named("a", "2026-11-28"))).toBe("later");
    expect(stands(named("a", null))).toBe("undated");
  });

  it("that was put off is out of sight until its day, even when it is overdue", () => {
    expect(stands(named("a", "2026-11-01", { snoozedUntil: "2026-11-21" }))).toBe("snoozed");
    expect(stands(named("a", "2026-11-01", { snoozedUntil: "2026-11-20" }))).toBe("overdue");
  });

  it("that is done or dropped is never overdue", () => {
    expect(stands(named("a", "2020-06-01", { state: "done" }))).toBe("closed");
    expect(stands(named("a", "2020-06-01", { state: "cancelled" }))).toBe("closed");
  });

  it("stands in order of its day, then of its priority, without a day last", () => {
    const tasks = tasksOn(
      customerWith([
        named("undated", null, { priority: "high" }),
        named("low", "2026-11-20", { priority: "low" }),
        named("high", "2026-11-20", { priority: "high" }),
        named("first", "2026-11-19"),
      ]),
      today,
    );
    expect(tasks.sort(byDue).map(({ fact }) => fact.entry.title)).toEqual([
      "first",
      "high",
      "low",
      "undated",
    ]);
  });

  it("done once is done; one that comes again leaves the next behind, open and not put off", () => {
    const once = taskOf(named("Send quote", "2026-11-20"));
    expect(completed(once, today)).toEqual({ done: { ...once, state: "done" }, next: null });
    const weekly = taskOf(
      named("Check tickets", "2026-11-20", {
        repeats: { every: 1, unit: "week" },
        snoozedUntil: "2026-12-01",
        assignee: "Mara Klein",
      }),
    );
    expect(completed(weekly, today).next).toEqual({ ...weekly, dueOn: "2026-11-27", snoozedUntil: null });
  });
});

describe("a task is refused", () => {
  const record = customerWith([named("Send quote", "2026-11-20", { state: "done" })]);
  const check = (task: PlainTask, entryId: string | null = null) =>
    workChecks.task(record, { journal: [] }, taskOf(task), {
      on: today,
      entryId: entryId === null ? null : EntryId.parse(entryId),
    });

  it("when it comes again and nobody says from when on", () => {
    expect(check(named("a", null, { repeats: { every: 1, unit: "week" } }))).toMatch(
      /the day it is first due/,
    );
  });

  it("when it is put off until a day that has come", () => {
    expect(check(named("a", null, { snoozedUntil: "2026-11-20" }))).toMatch(/a day to come/);
    expect(check(named("a", null, { snoozedUntil: "2026-11-21" }))).toBeNull();
  });

  it("when somebody was faster to complete it", () => {
    expect(check(named("Send quote", "2026-11-20", { state: "done" }), "ent_0000")).toMatch(/done already/);
    expect(check(named("Send quote", "2026-11-20"), "ent_0000")).toBeNull();
  });

  it("and so is a line of the queue put off until today", () => {
    const snooze = (until: string) =>
      workChecks.queue_snooze(
        record,
        { journal: [] },
        { of: "queue_snooze", subject: "touch:never", until: day(until) },
        { on: today, entryId: null },
      );
    expect(snooze("2026-11-20")).toMatch(/a day to come/);
    expect(snooze("2026-11-21")).toBeNull();
  });
});

describe("a task is somebody's to do", () => {
  const held: CustomerRecord = recordOf({
    attributes: [
      { attribute: "csm", value: "Mara Klein" },
      { attribute: "ae", value: "Theo Novak" },
    ],
  });
  const isTo = (who: string, assignee: string | null) =>
    isTaskOf(held, { assignee }, (name) => name === who, today);

  it("when it is assigned to them, wherever the account is", () => {
    expect(isTo("Jon Aske", "Jon Aske")).toBe(true);
    expect(isTo("Mara Klein", "Jon Aske")).toBe(false);
  });

  it("when nobody has it and they keep the customer; not for having sold it, nor for no part in it", () => {
    expect([isTo("Mara Klein", null), isTo("Theo Novak", null), isTo("Jon Aske", null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

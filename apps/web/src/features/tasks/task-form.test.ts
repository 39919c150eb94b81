import { describe, expect, it } from "vitest";
import { changesIn, fieldsOf, startOf } from "./task-form.ts";
import type { TaskRow } from "./tasks.ts";

const row = {
  title: "Report of use",
  accountName: "Northwind",
  assignee: "Mara Klein",
  dueOn: "2026-11-30",
  priority: "normal",
  repeats: { every: 1, unit: "month", dayOfMonth: 31 },
  note: null,
} as TaskRow;

describe("the form of a task", () => {
  it("starts with the task, and for a new one with whoever adds it", () => {
    expect(startOf(row, "Theo").assignee).toBe("Mara Klein");
    expect(startOf(null, "Theo")).toMatchObject({ assignee: "Theo", title: "", repeats: "" });
  });

  it("changes what was changed and nothing else, so that a colleague's change of another field stays", () => {
    const values = startOf(row, "");
    expect(changesIn(row, values).change).toBeNull();
    expect(changesIn(row, { ...values, dueOn: "", priority: "high" })).toEqual({
      change: { dueOn: null, priority: "high" },
      text: "Changed: Report of use.",
    });
  });

  it("says for whom a task is that was given to another", () => {
    const values = startOf(row, "");
    expect(changesIn(row, { ...values, assignee: " Jon Aske " }).text).toBe("For Jon Aske: Report of use.");
    expect(changesIn(row, { ...values, assignee: "" }).text).toBe("For nobody in particular: Report of use.");
  });

  it("gives what is left empty as nothing", () => {
    expect(fieldsOf({ ...startOf(null, ""), title: " Call " })).toEqual({
      title: "Call",
      assignee: null,
      dueOn: null,
      priority: "normal",
      repeats: null,
      note: null,
    });
  });
});

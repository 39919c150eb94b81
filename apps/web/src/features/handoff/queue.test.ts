import { describe, expect, it } from "vitest";
import { type QueueRow, rowsOf, waitsForMe } from "./queue.ts";

const row = (accountId: string, mine: QueueRow["mine"], side: "ae" | "cs" | null): QueueRow =>
  ({ accountId, mine, waiting: side && { side, since: "2026-03-02T09:00:00.000Z" } }) as QueueRow;

const rows = [
  row("sold", { ae: true, cs: false }, "ae"),
  row("keeping", { ae: false, cs: true }, "ae"),
  row("both", { ae: true, cs: true }, "cs"),
  row("others", { ae: false, cs: false }, "cs"),
];
const ids = (found: readonly QueueRow[]) => found.map(({ accountId }) => accountId);

describe("the queue", () => {
  it("shows an AE what they sold, a CSM what they keep, and both what is both", () => {
    expect(ids(rowsOf(rows, "write"))).toEqual(["sold", "both"]);
    expect(ids(rowsOf(rows, "review"))).toEqual(["keeping", "both"]);
    expect(ids(rowsOf(rows, "all"))).toHaveLength(4);
  });
  it("marks what waits for the reader's own side, and nothing else", () => {
    expect(ids(rows.filter(waitsForMe))).toEqual(["sold", "both"]);
    expect(waitsForMe(row("done", { ae: true, cs: true }, null))).toBe(false);
  });
});

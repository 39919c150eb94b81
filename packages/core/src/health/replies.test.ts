import { describe, expect, it } from "vitest";
import type { EntryOf } from "../facts/index.ts";
import { addDays, type Day, epochDay } from "../kernel/index.ts";
import { inWords } from "./in-words.ts";
import { repliesLine } from "./replies.ts";
import { caseOf, recordOf, said, today } from "./testing.ts";

type Touchpoint = EntryOf<"touchpoint">;

const touch = (
  ago: number,
  type: Touchpoint["type"],
  more: Partial<Touchpoint> = {},
  by: string | null = "Ines",
) => ({
  ...said(addDays(today, -ago), {
    of: "touchpoint",
    type,
    direction: "ours",
    contacts: [],
    text: "A word",
    outcome: null,
    nextStep: null,
    ...more,
  }),
  by: by as never,
});
const theirs = (ago: number) => touch(ago, "email", { direction: "theirs" });
const line = (...journal: ReturnType<typeof touch>[]) => {
  const found = repliesLine(caseOf({ record: recordOf(...journal) }));
  const { share, text } = inWords(found, epochDay(today), 14);
  return [share, text];
};
const on = (ago: number): Day => addDays(today, -ago);

describe("whether the customer answers", () => {
  it("who wrote last is full, and the line says when", () => {
    expect(line(touch(20, "email"), theirs(18))).toEqual([
      1000,
      `Heard from them on ${on(18)} (they wrote); nothing of ours waits for an answer`,
    ]);
  });
  it("a meeting is full, a call with somebody too; a call that names nobody is an attempt", () => {
    expect(line(touch(9, "meeting"))[0]).toBe(1000);
    expect(line(touch(9, "call", { contacts: ["con_ana" as never] }))).toEqual([
      1000,
      `Heard from them on ${on(9)} (a call with them); nothing of ours waits for an answer`,
    ]);
    expect(line(touch(9, "call"))).toEqual([
      0,
      `Nothing heard from them in sixty days; 1 mail or call of ours, the last of ${on(9)}, unanswered`,
    ]);
  });
  it("no answer is never full, and silence to what we wrote is worse than that nobody wrote", () => {
    const shares = [
      line(touch(12, "email")),
      line(theirs(90)),
      line(theirs(40), touch(12, "email")),
      line(theirs(40)),
    ].map(([share]) => share);
    expect(shares).toEqual([0, 400, 600, 1000]);
  });
  it("a mail has a week to be answered, and one a system sent asks nothing", () => {
    expect(line(touch(6, "email"))).toEqual([
      400,
      `Nothing heard from them in sixty days, and our mail of ${on(6)} has a week to be answered`,
    ]);
    expect(line(touch(30, "email", {}, null))).toEqual([
      400,
      "Nothing heard from them in sixty days, and nobody asked",
    ]);
  });
  it("is not known while contacts of nobody are on record for sixty days, or ever", () => {
    const told = { useUntil: today, ticketsSince: null, touchesSince: null };
    expect(repliesLine(caseOf({ told }))).toMatchObject({ share: null, weight: 1 });
    expect(repliesLine(caseOf({ told: { ...told, touchesSince: addDays(today, -59) } })).share).toBeNull();
    expect(repliesLine(caseOf({ told: { ...told, touchesSince: addDays(today, -60) } })).share).toBe(400);
  });
});

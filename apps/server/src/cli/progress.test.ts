import { expect, it } from "vitest";
import { progressOn, stepText } from "./progress.ts";

const written = (isTTY: boolean, quiet: boolean): string => {
  let text = "";
  const progress = progressOn({ isTTY, write: (more: string) => (text += more) }, quiet);
  progress.say("Checking");
  progress.say("Storing");
  progress.end();
  progress.end();
  return text;
};

it("is one line at a terminal that is overwritten and taken away", () => {
  expect(written(true, false)).toBe("\r\x1b[KChecking\r\x1b[KStoring\r\x1b[K");
});

it("is nothing in a pipe, nor where it was asked to be quiet", () => {
  expect([written(false, false), written(true, true)]).toEqual(["", ""]);
});

it("says what is done, with a bar where the length is known", () => {
  expect(stepText({ step: "checking" }, 1)).toBe("Checking 1 file");
  expect(stepText({ step: "storing", done: 5_000, of: 20_000 }, 2)).toBe(
    "Storing [######------------------] 5,000 of 20,000",
  );
  expect(stepText({ step: "storing", done: 0, of: 0 }, 2)).toContain("[########################] 0 of 0");
});

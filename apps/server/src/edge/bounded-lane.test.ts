import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { boundedLane } from "./bounded-lane.ts";

const bounds = { atOnce: 2, waiting: 3, fullMessage: "Too much at once" };

it("does no more than its bound at once, in the order asked for", async () => {
  const lane = boundedLane({ ...bounds, waiting: 100 });
  const [began, most]: [number[], { running: number }] = [[], { running: 0 }];
  let running = 0;
  const work = async (i: number) => {
    began.push(i);
    running += 1;
    most.running = Math.max(most.running, running);
    await setImmediate();
    running -= 1;
    return i;
  };
  const all = Array.from({ length: 40 }, (_, i) => i);
  expect(await Promise.all(all.map((i) => lane.run(() => work(i))))).toEqual(all);
  expect(began).toEqual(all);
  expect(most.running).toBe(2);
  expect(lane.load()).toEqual({ running: 0, waiting: 0 });
});

it("refuses at once what would wait beyond the bound, and takes it again when there is room", async () => {
  const lane = boundedLane(bounds);
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const taken = Array.from({ length: 5 }, () => lane.run(() => gate));
  expect(lane.load()).toEqual({ running: 2, waiting: 3 });
  await expect(lane.run(async () => "never")).rejects.toMatchObject({
    code: "unavailable",
    message: "Too much at once",
    details: { retryAfter: 5 },
  });
  open();
  await Promise.all(taken);
  expect(await lane.run(async () => "again")).toBe("again");
});

it("work that fails gives its place back", async () => {
  const lane = boundedLane({ ...bounds, atOnce: 1 });
  const outcomes = await Promise.allSettled([
    lane.run(async () => Promise.reject(new Error("broken"))),
    lane.run(async () => "whole"),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "fulfilled"]);
  expect(lane.load()).toEqual({ running: 0, waiting: 0 });
});

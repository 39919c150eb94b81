import { expect, it } from "vitest";
import { play, unharmed } from "./findings.ts";

it.each(["stall", "restart"] as const)("pg stands a long %s", async (scene) => {
  expect(await play("pg", scene, 4)).toEqual(unharmed);
});

// Whether `postgres` is caught in these two is a matter of luck, so they are reported, not demanded.
it.each(["stall", "restart"] as const)("postgres in a long %s", async (scene) => {
  const finding = await play("postgres", scene, 4);
  console.log(`postgres in ${scene}: ${JSON.stringify(finding)}`);
  expect(Object.keys(finding).toSorted()).toEqual(Object.keys(unharmed).toSorted());
});

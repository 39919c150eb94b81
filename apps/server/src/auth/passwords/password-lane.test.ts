import { scryptSync } from "node:crypto";
import { expect, it } from "vitest";
import { passwordLane } from "./password-lane.ts";
import { newHash } from "./scrypt-hash.ts";

const lane = passwordLane();
const cheap = { log2N: 4, r: 8, p: 1 };

it("a hash is scrypt at N=2^15, r=8, p=3 over 16 bytes of salt, and says so", async () => {
  const hash = await lane.hash("tidal kelp orbit");
  const [, name, cost, salt = "", key] = hash.split("$");
  expect([name, cost]).toEqual(["scrypt", "ln=15,r=8,p=3"]);
  expect(Buffer.from(salt, "base64url")).toHaveLength(16);
  const options = { N: 32768, r: 8, p: 3, maxmem: 2 ** 27 };
  expect(
    scryptSync("tidal kelp orbit", Buffer.from(salt, "base64url"), 64, options).toString("base64url"),
  ).toBe(key);
  expect(lane.wantsRehash(hash)).toBe(false);
});

it("only the password itself is right, however its accents were composed", async () => {
  const hash = await lane.hash("été à la plage");
  expect(await lane.verify({ hash, password: "été à la plage".normalize("NFD") })).toBe(true);
  expect(await lane.verify({ hash, password: "été à la plagE" })).toBe(false);
  expect(await lane.verify({ hash, password: "" })).toBe(false);
});

it("two hashes of one password have nothing in common", async () => {
  const [one, other] = await Promise.all([
    newHash("tidal kelp orbit", cheap),
    newHash("tidal kelp orbit", cheap),
  ]);
  expect(one.split("$")[3]).not.toBe(other.split("$")[3]);
  expect(one.split("$")[4]).not.toBe(other.split("$")[4]);
});

it("a hash of an older cost is still right, and wants to be made anew", async () => {
  const hash = await newHash("tidal kelp orbit", cheap);
  expect(await lane.verify({ hash, password: "tidal kelp orbit" })).toBe(true);
  expect(lane.wantsRehash(hash)).toBe(true);
});

it("a garbled hash is nobody's and costs no more memory than a whole one", async () => {
  const hash = await newHash("tidal kelp orbit", cheap);
  const garbled = [
    "",
    "tidal kelp orbit",
    hash.slice(0, -1),
    `${hash}A`,
    hash.replace("ln=4", "ln=40"),
    hash.replace("ln=4", "ln=20"),
    hash.replace("r=8", "r=0"),
    hash.replace("p=1", "p=99"),
    hash.replace("$scrypt$", "$argon2id$"),
    `$scrypt$ln=4,r=8,p=1$${"A".repeat(22)}$${"A".repeat(86)}`,
  ];
  for (const one of garbled)
    expect(await lane.verify({ hash: one, password: "tidal kelp orbit" }), one).toBe(false);
  expect(lane.wantsRehash("")).toBe(true);
});

it("a storm is answered two at a time; what is beyond the queue is refused at once (L-7)", async () => {
  const storm = passwordLane({ atOnce: 2, waiting: 6 });
  const hash = await newHash("tidal kelp orbit", { ...cheap, log2N: 12 });
  const loads = new Set<number>();
  const tries = Array.from({ length: 40 }, async (_, i) => {
    const right = await storm.verify({ hash, password: i % 2 ? "tidal kelp orbit" : "wrong" });
    loads.add(storm.load().running);
    return right;
  });
  expect(storm.load()).toEqual({ running: 2, waiting: 6 });
  const outcomes = await Promise.allSettled(tries);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(32);
  for (const { reason } of refused)
    expect(reason).toMatchObject({
      code: "unavailable",
      message: "Too many sign-ins at once; try again in a few seconds",
    });
  const answers = outcomes.slice(0, 8).map((outcome) => outcome.status === "fulfilled" && outcome.value);
  expect(answers).toEqual([false, true, false, true, false, true, false, true]);
  expect(Math.max(...loads)).toBeLessThanOrEqual(2);
  expect(storm.load()).toEqual({ running: 0, waiting: 0 });
});

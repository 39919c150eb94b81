import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { secretFault } from "./secret-rule.ts";
import { openSecrets } from "./secrets.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "termwise-secrets-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const fresh = (bytes = 32) => randomBytes(bytes).toString("base64");
const set = (setting: string | undefined, loopback = false) => openSecrets({ setting, dataDir, loopback });

describe("TERMWISE_SECRET", () => {
  it("signs with the first of its list and believes all", async () => {
    const [now, before] = [fresh(), fresh()];
    expect(await set(` ${now} , ${before}`)).toEqual({ signing: now, believed: [now, before] });
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each([
    ["changeme", "shorter than 32 bytes"],
    [fresh(16), "shorter than 32 bytes"],
    ["a".repeat(64), "repeats"],
    ["0123456789abcdef".repeat(4), "repeats"],
    ["k3j9x2m7q1".repeat(4), "repeats"],
    ["changemechangemechangemechangeme", "example"],
    ["please-change-me-to-a-random-string", "example"],
    ["my-secret-secret-my-secret-secret-secret", "example"],
    ["better-auth-secret-12345678901234567890", "sequence"],
    ["abcdefghijklmnopqrstuvwxyz0123456789", "sequence"],
    ["termwise-termwise-secret-password-2026", "example"],
    ["replace-with-openssl-rand-base64-32", "example"],
  ])("%s is refused (SEC-15)", async (secret, why) => {
    await expect(set(secret)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining(why),
    });
  });

  it("is refused by the place of the bad one, which is not repeated", async () => {
    const bad = "planted-planted-planted";
    const failure = await set(`${fresh()},${bad}`).catch((error: Error) => error);
    expect(failure).toMatchObject({ message: expect.stringContaining("(number 2 of 2) is shorter") });
    expect(String(failure)).not.toContain(bad);
    await expect(set(`${fresh()},`)).rejects.toMatchObject({ code: "refused" });
  });

  it("takes what the remedy makes, and hexadecimal digits", () => {
    for (let i = 0; i < 500; i += 1) {
      expect(secretFault(fresh())).toBeNull();
      expect(secretFault(randomBytes(32).toString("hex"))).toBeNull();
    }
  });
});

describe("without TERMWISE_SECRET", () => {
  it("a server that others reach does not start", async () => {
    for (const setting of [undefined, "", "  "])
      await expect(set(setting)).rejects.toMatchObject({
        code: "refused",
        message: expect.stringContaining("openssl rand -base64 32"),
      });
    expect(await readdir(dataDir)).toEqual([]);
  });

  it("a server on loopback makes one that only its user can read, and finds it again", async () => {
    const made = await set(undefined, true);
    expect(await set(undefined, true)).toEqual(made);
    expect(secretFault(made.signing)).toBeNull();
    expect(await readdir(dataDir)).toEqual(["secret"]);
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  });

  it("servers that start together all have the same", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => set(undefined, true)));
    expect(new Set(all.map(({ signing }) => signing)).size).toBe(1);
    expect((await readFile(join(dataDir, "secret"), "utf8")).trim()).toBe(all[0]?.signing);
    expect(await readdir(dataDir)).toEqual(["secret"]);
  });

  it("a file that others could read is closed to them; one that was cut off is not used", async () => {
    const path = join(dataDir, "secret");
    await writeFile(path, fresh());
    await chmod(path, 0o644);
    await set(undefined, true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await writeFile(path, "abc");
    await expect(set(undefined, true)).rejects.toMatchObject({
      message: expect.stringContaining("delete the file"),
    });
  });

  it("the folder is made when it is not there yet", async () => {
    const inside = join(dataDir, "not", "yet");
    await openSecrets({ setting: undefined, dataDir: inside, loopback: true });
    expect(await readdir(inside)).toEqual(["secret"]);
  });
});

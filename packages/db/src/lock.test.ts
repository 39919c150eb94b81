import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findHolder, type Holder, lockDataDir } from "./lock.ts";

// FLT-10, with real processes.

let dataDir: string;
let children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "termwise-lock-"));
});
afterEach(async () => {
  for (const child of children) await end(child);
  children = [];
  rmSync(dataDir, { recursive: true, force: true });
});

const lockFile = () => join(dataDir, "lock.json");
const held = (): Holder => JSON.parse(readFileSync(lockFile(), "utf8"));

/** A process that takes the lock, says how that went and stays. */
async function holder(): Promise<{ child: ChildProcess; said: string }> {
  const code = `
    import { lockDataDir } from ${JSON.stringify(new URL("./lock.ts", import.meta.url).href)};
    try { lockDataDir(${JSON.stringify(dataDir)}); console.log("held"); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.message); process.exit(3); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  while (!said.includes("\n")) await once(child.stdout!, "data");
  return { child, said: said.trim() };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

it("is refused to a second process, which is told the first one's pid and the file", async () => {
  const { child, said } = await holder();
  expect(said).toBe("held");
  const second = await holder();
  expect(second.said).toContain(`process ${child.pid}`);
  expect(second.said).toContain(lockFile());
  expect(() => lockDataDir(dataDir)).toThrow(Failure);
  expect(held().pid).toBe(child.pid);
});

it("is never taken from a live process, however old the file", async () => {
  const lock = lockDataDir(dataDir);
  const { utimesSync } = await import("node:fs");
  utimesSync(lockFile(), new Date(0), new Date(0));
  expect((await holder()).said).toContain(`process ${process.pid}`);
  lock.release();
  expect((await holder()).said).toBe("held");
});

it("is taken over from a process that was killed", async () => {
  const { child } = await holder();
  await end(child);
  expect(existsSync(lockFile())).toBe(true);
  expect(findHolder(dataDir)).toBeNull();
  const lock = lockDataDir(dataDir);
  expect(held()).toMatchObject({ pid: process.pid, token: lock.token });
  expect(readdirSync(dataDir)).toEqual(["lock.json"]);
});

it("is taken over when its pid belongs to a later process", async () => {
  const { child } = await holder();
  const other = await (async () => {
    const bystander = spawn("sleep", ["60"]);
    children.push(bystander);
    await once(bystander, "spawn");
    return bystander;
  })();
  const stale = held();
  await end(child);
  writeFileSync(lockFile(), JSON.stringify({ ...stale, pid: other.pid }));
  lockDataDir(dataDir);
  expect(held().pid).toBe(process.pid);
  expect(other.exitCode).toBeNull();
});

it("is left to another machine or container, whose pids mean nothing here", async () => {
  const { child } = await holder();
  const stale = held();
  await end(child);
  writeFileSync(lockFile(), JSON.stringify({ ...stale, host: "elsewhere" }));
  expect(() => lockDataDir(dataDir)).toThrow(/on elsewhere/);
});

it("goes to one of many processes that find it stale at once", async () => {
  const { child } = await holder();
  await end(child);
  const rivals = await Promise.all(Array.from({ length: 12 }, () => holder()));
  const winners = rivals.filter(({ said }) => said === "held");
  expect(winners.map((winner) => winner.child.pid)).toEqual([held().pid]);
});

it("goes on where a process died while taking it over", async () => {
  const first = await holder();
  await end(first.child);
  const stale = held();
  // What is left by a process killed between claiming the dead one's place and taking it.
  const { createHash } = await import("node:crypto");
  const claim = `lock.json.after-${createHash("sha256").update(stale.token).digest("hex").slice(0, 16)}`;
  writeFileSync(join(dataDir, claim), JSON.stringify({ ...stale, token: "of the second" }));
  lockDataDir(dataDir);
  expect(held().pid).toBe(process.pid);
  expect(readdirSync(dataDir)).toEqual(["lock.json"]);
});

it("is readable by its owner alone and tells where the server answers, until it is released", () => {
  const lock = lockDataDir(dataDir);
  lock.announce("http://127.0.0.1:3000");
  expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
  expect(findHolder(dataDir)).toMatchObject({
    pid: process.pid,
    address: "http://127.0.0.1:3000",
    token: lock.token,
  });
  expect(lock.token.length).toBeGreaterThanOrEqual(43);
  lock.release();
  lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
  expect(findHolder(dataDir)).toBeNull();
});

it("names a file that is no lock, and leaves it", () => {
  writeFileSync(lockFile(), "my notes");
  expect(() => lockDataDir(dataDir)).toThrow(/not a lock file of Termwise/);
  expect(readFileSync(lockFile(), "utf8")).toBe("my notes");
});

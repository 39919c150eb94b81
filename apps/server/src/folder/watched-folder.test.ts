import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure, instant } from "@termwise/core/kernel";
import { loadRuns } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bySystem } from "../auth/acting.ts";
import { refusedOf } from "../http/imports-v1.ts";
import { bring } from "../sources/bring.ts";
import { folderSource } from "../sources/ensure-source.ts";
import type { Termwise } from "../termwise.ts";
import { opened } from "../testing.ts";
import { wire } from "../wire.ts";
import { openFolder, type TakeIn, type WatchedFolder } from "./watched-folder.ts";

const accounts = "account_id,name\nM1,Maple\n";
const lines =
  "line_id,account_id,product,arr,currency,starts_on,ends_on\nL1,M1,Core,1200,EUR,2026-01-01,2026-12-31\n";
const clock = { now: () => instant("2026-11-20T09:00:00Z") };

describe("a watched folder", () => {
  const on = testEngine("embedded");
  let termwise: Termwise;
  let api: Awaited<ReturnType<typeof opened>>["api"];
  let folder: string;
  let watched: WatchedFolder;
  let n = 0;
  let told: string[][] = [];
  beforeAll(async () => {
    ({ termwise, api } = await opened(await on.open(), { clock }));
  });
  const takeInFor =
    (name: string): TakeIn =>
    async (files) => {
      const by = bySystem(clock.now());
      const source = await folderSource(termwise, name, by);
      const { report, again } = await bring(
        termwise,
        { files, source, trigger: "folder", dryRun: false, neverTwice: true },
        by,
      );
      return { report: wire(report), again };
    };
  const open = (takeIn: TakeIn) =>
    openFolder(folder, {
      takeIn,
      refusedRows: async (id, file) => (await refusedOf(termwise, id, file)).csv,
      now: clock.now,
      tell: ({ place, taken }) => told.push([place, taken]),
    });
  let source: string;
  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "termwise-watched-")));
    source = `Folder ${++n}`;
    told = [];
    watched = await open(takeInFor(source));
  });
  afterEach(() => {
    watched.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const within = (place: string) =>
    readdirSync(folder).includes(place) ? readdirSync(join(folder, place)).sort() : [];
  const left = () => readdirSync(folder).filter((name) => !["done", "refused", ".termwise"].includes(name));
  const twice = async () => (await watched.look()) + (await watched.look());
  const runs = async () => {
    const { id } = await folderSource(termwise, source, bySystem(clock.now()));
    return termwise.read((tx) => loadRuns(tx, { sourceId: id }));
  };
  const at = "2026-11-20T09-00-00.000Z";

  it("takes files that belong together in as one import once they have stopped growing, and puts them away with a report", async () => {
    put("lines.csv", lines);
    put("accounts.csv", accounts.slice(0, 20));
    expect(await watched.look()).toBe(0);
    put("accounts.csv", accounts);
    expect(await watched.look()).toBe(0);
    expect(await watched.look()).toBe(2);
    expect(left()).toEqual([]);
    expect(within("done")).toEqual([
      `${at} accounts.csv`,
      `${at} accounts.csv.report.txt`,
      `${at} lines.csv`,
      `${at} lines.csv.report.txt`,
    ]);
    const all = await runs();
    expect(new Set(all.map(({ importId }) => importId)).size).toBe(1);
    expect(all.map(({ fileName, state }) => [fileName, state]).sort()).toEqual([
      ["accounts.csv", "done"],
      ["lines.csv", "done"],
    ]);
  });

  it("never takes the same content in twice: not under another name, not after a kill between storing and moving", async () => {
    put("a.csv", "account_id,name\nK1,Kill\n");
    await twice();
    const [done] = within("done");
    // As if it had been killed before the file was moved.
    renameSync(join(folder, "done", done ?? ""), join(folder, "again.csv"));
    put("new.csv", "account_id,name\nK2,Next\n");
    expect(await twice()).toBe(2);
    expect(readFileSync(join(folder, "done", `${at} again.csv.report.txt`), "utf8")).toContain(
      "Taken in before",
    );
    expect((await runs()).filter(({ state }) => state === "done")).toHaveLength(2);
  });

  it("takes what was undone in once more", async () => {
    const text = "account_id,name\nU1,Undone\n";
    // The clock stands still here, so that no run is the latest of them.
    const undone = new Set<string | null>();
    for (const day of [1, 2]) {
      put("u.csv", text);
      expect([day, await twice()]).toEqual([day, 1]);
      const fresh = (await runs()).find(({ importId }) => !undone.has(importId));
      await termwise.undoImport(fresh?.importId as never);
      undone.add(fresh?.importId ?? null);
    }
    put("u.csv", text);
    await twice();
    expect((await runs()).map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });

  it("puts a file that cannot be read into refused, says why and what mends it, and takes the others in", async () => {
    put("good.csv", "account_id,name\nG1,Good\n");
    put("bad.csv", "line_id,account_id,product,arr,currency,starts_on\nL1,G1,Core,1,EUR,05/01/2026\n");
    expect(await twice()).toBe(2);
    expect(within("done")[0]).toBe(`${at} good.csv`);
    expect(within("refused")).toEqual([`${at} bad.csv`, `${at} bad.csv.report.txt`]);
    expect(readFileSync(join(folder, "refused", `${at} bad.csv.report.txt`), "utf8")).toMatch(
      /E_DATE_AMBIGUOUS[\s\S]*dmy/,
    );
    expect((await runs()).map(({ state }) => state).sort()).toEqual(["done", "stopped"]);
  });

  it("writes refused rows beside the file they came from, to be corrected and put in again", async () => {
    put("mixed.csv", "account_id,name\nX1,\n,Nobody\nX2,Xeno\n");
    await twice();
    const rows = within("done").find((name) => name.endsWith(".refused.csv"));
    expect(readFileSync(join(folder, "done", rows ?? ""), "utf8")).toContain("_reason");
  });

  it("puts a file of which every row is refused into refused, and tells how much of each was taken", async () => {
    put("none.csv", "account_id,name\n,Nobody\n,No one\n");
    put("some.csv", "account_id,name\nR1,\n,Nobody\nR2,Rowan\n");
    put("stops.csv", "line_id,account_id,product,arr,currency,starts_on\nL1,R2,Core,1,EUR,05/01/2026\n");
    await twice();
    expect(told.sort()).toEqual([
      ["done", "some"],
      ["refused", "nothing"],
      ["refused", "some"],
    ]);
    expect(within("refused").slice(0, 3)).toEqual([
      `${at} none.csv`,
      `${at} none.csv.refused.csv`,
      `${at} none.csv.report.txt`,
    ]);
    expect(readFileSync(join(folder, "refused", `${at} none.csv.report.txt`), "utf8")).toMatch(
      /^Nothing of none\.csv was taken: every row/,
    );
  });

  it("leaves alone what is on its way, hidden, in folders below, or a link to somewhere else", async () => {
    const outside = join(folder, "..", `secret-${n}.csv`);
    writeFileSync(outside, accounts);
    symlinkSync(outside, join(folder, "link.csv"));
    mkdirSync(join(folder, "deeper"));
    writeFileSync(join(folder, "deeper", "b.csv"), accounts);
    for (const name of [".hidden.csv", "c.csv.part", "d.csv.tmp", "e.csv~"]) put(name, accounts);
    expect(await twice()).toBe(0);
    expect(left()).toHaveLength(6);
    rmSync(outside);
  });

  it("refuses to put files away through a link", async () => {
    symlinkSync(tmpdir(), join(folder, "done"));
    put("a.csv", "account_id,name\nZ1,Zed\n");
    await watched.look();
    await expect(watched.look()).rejects.toThrow("is no folder of its own");
  });

  it("belongs to one process at a time", async () => {
    await expect(open(takeInFor(source))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("watched by"),
    });
    watched.close();
    watched = await open(takeInFor(source));
  });

  it("leaves files where they are while the store is away or the source is paused", async () => {
    watched.close();
    watched = await open(() => Promise.reject(new Failure("unavailable", "The store is away")));
    put("a.csv", accounts);
    expect(await twice()).toBe(0);
    expect(left()).toEqual(["a.csv"]);
    watched.close();
    watched = await open(takeInFor(source));
    const { id } = await folderSource(termwise, source, bySystem(clock.now()));
    await api.sources.pause({ id });
    expect(await twice()).toBe(0);
    await api.sources.resume({ id });
    expect(await twice()).toBe(1);
  });

  it("takes two files of one content in as one, and a name of any length", async () => {
    put("one.csv", "account_id,name\nT1,Twin\n");
    put("two.csv", "account_id,name\nT1,Twin\n");
    put(`${"n".repeat(240)}.csv`, "account_id,name\nN1,Long\n");
    expect(await twice()).toBe(3);
    expect((await runs()).filter(({ state }) => state === "done")).toHaveLength(2);
  });
});

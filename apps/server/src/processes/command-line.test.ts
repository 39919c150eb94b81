import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "@termwise/db";
import { eachEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, endLeftovers, exportsIn, fewFiles, type Serving, startServer, termwise } from "./testing.ts";

endLeftovers();
const period = ["--period", "ttm:2026-09"];

eachEngine((on) => {
  describe("the command line on its own", () => {
    let place: Place;
    beforeAll(async () => {
      place = await on.place();
    });

    it("imports into an empty place and says with its exit code that rows were refused", async () => {
      const files = exportsIn(place, fewFiles);
      const done = await termwise(place, "import", ...files);
      expect(done).toMatchObject({ code: 4, err: "" });
      expect(done.out).toMatch(/refused E_REF_NOT_FOUND lines.csv line 4/);
      expect(done.out).toMatch(/Imported as imp_\w+: 4 new, 0 changed, 0 unchanged, 1 refused/);
      const back = /to correct and import: (.*\.refused\.csv)/.exec(done.out)?.[1] ?? "";
      expect(readFileSync(back, "utf8")).toMatch(/_line.*_column.*_reason.*\r?\n.*L3/);
      expect(existsSync(join(place.dataDir, "lock.json"))).toBe(false);
    });

    it("tells a figure of what was imported, and rebuilds it", async () => {
      const nrr = await termwise(place, "metrics", "nrr", ...period, "--json");
      expect(nrr).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(nrr.out)).toMatchObject({ numerator: "1200000", denominator: "1260000" });
      expect(await termwise(place, "rebuild")).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Rebuilt from the facts in .*: \d+ bytes/),
      });
    });
  });
});

describe("the command line beside a server that holds the embedded store", () => {
  const on = testEngine("embedded");
  let place: Place;
  let server: Serving;
  let files: string[];
  beforeAll(async () => {
    place = await on.migratedPlace();
    files = exportsIn(place, {
      ...fewFiles,
      "ambiguous.csv":
        "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,currency\nL8,A1,Core,1,5,month,03/04/2026,USD\n",
    });
    server = await startServer(place, ["--no-demo"]);
  });

  it("goes to it with the token that only the owner can read", async () => {
    const path = join(place.dataDir, "lock.json");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const lock = JSON.parse(readFileSync(path, "utf8")) as { pid: number; address: string; token: string };
    expect(lock).toMatchObject({ pid: server.pid, address: server.address });
    const rebuild = (headers: Record<string, string>) =>
      fetch(`${server.address}/api/local/rebuild`, { method: "POST", headers }).then(({ status }) => status);
    expect(await rebuild({})).toBe(401);
    expect(await rebuild({ authorization: "Bearer wrong" })).toBe(401);
    expect(await rebuild({ authorization: `Bearer ${lock.token}` })).toBe(200);
  });

  it("shows what an import would do, does it, and the server tells it at once", async () => {
    const dry = await termwise(place, "import", "--dry-run", ...files.slice(0, 2));
    expect(dry).toMatchObject({ code: 4, out: expect.stringContaining("Dry run, nothing stored: 4 new") });
    expect(await ask(server, "workspace.get")).toMatchObject({ empty: true });

    const done = await termwise(place, "import", "--json", ...files.slice(0, 2));
    expect(done).toMatchObject({ code: 4, err: "" });
    expect(JSON.parse(done.out)).toMatchObject({ committed: true, counts: { new: 4, refused: 1 } });
    expect(await ask(server, "workspace.get")).toMatchObject({ counts: { accounts: 2, lines: 2 } });

    const again = await termwise(place, "import", files[0] ?? "");
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("2 unchanged, 0 refused") });
  });

  it("takes a folder's files once, and says with its exit code how much of them was taken", async () => {
    const folder = join(place.dataDir, "in");
    const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
    const watch = () => termwise(place, "watch", folder, "--source", "Files", "--once");
    mkdirSync(folder);
    put("again.csv", "account_id,name\nA1,Alder\n");
    expect(await watch()).toMatchObject({ code: 0, err: "" });
    put("none.csv", "account_id,name\n,Nobody\n");
    expect(await watch()).toMatchObject({
      code: 4,
      out: expect.stringContaining("refused: none.csv: Nothing of none.csv was taken"),
    });
    put("none.csv", "account_id,name\n,No one\n");
    put("evil.csv", "MZ\0\0");
    expect(await watch()).toMatchObject({ code: 3, err: "" });
  });

  it("names the warehouse that does not answer, and what to look at, but not who signs in there", async () => {
    const query = join(place.dataDir, "query.sql");
    writeFileSync(query, "select 1");
    const address = "postgres://reader:hidden@127.0.0.1:9/analytics";
    const done = await termwise(place, "sync", "--from", address, "--query", query);
    expect(done.code).toBe(1);
    expect(done.err).toMatch(/^The warehouse at 127\.0\.0\.1:9 cannot be reached\. See whether/);
    expect(done.err).not.toMatch(/reader|hidden/);
  });

  it("prints one figure for people, for programs and for spreadsheets", async () => {
    const nrr = ["metrics", "nrr", ...period];
    const [text, json, csv, explained] = await Promise.all([
      termwise(place, ...nrr),
      termwise(place, ...nrr, "--json"),
      termwise(place, ...nrr, "--csv"),
      termwise(place, ...nrr, "--explain"),
    ]);
    expect([text, json, csv, explained].map(({ code, err }) => [code, err])).toEqual(
      Array.from({ length: 4 }, () => [0, ""]),
    );
    expect(text.out).toContain("95.24 %");
    expect(JSON.parse(json.out)).toMatchObject({ term: "nrr", numerator: "1200000", contributors: 2 });
    const [header, row] = csv.out.trim().split(/\r?\n/);
    expect(header).toContain("numerator");
    expect(row).toContain("1200000");
    expect(explained.out).toMatch(/Birch[\s\S]*Alder[\s\S]*2 accounts/);
  });

  it("says with its exit code whether it was the command, the data or the machine", async () => {
    const codes = await Promise.all(
      [
        ["metrics", "bridge", ...period, "--csv"],
        ["doctor"],
        ["--help"],
        ["metrics", "nrr", "--nonsense"],
        ["import"],
        ["metrics", "nonsense"],
        ["metrics", "nrr", "--period", "2026-Q9"],
        ["import", "there-is-no-such-file.csv"],
        ["import", files[2] ?? ""],
        ["demo", "load"],
        ["db", "migrate"],
      ].map(async (args) => [args.join(" ").slice(0, 24), (await termwise(place, ...args)).code]),
    );
    expect(codes.map(([, code]) => code)).toEqual([0, 0, 0, 2, 2, 3, 3, 3, 3, 3, 3]);
  });

  it("opens the store itself once the server has died, though its lock is still there", async () => {
    server.kill("SIGKILL");
    await server.ended;
    expect(existsSync(join(place.dataDir, "lock.json"))).toBe(true);
    const doctor = await termwise(place, "doctor");
    expect(doctor).toMatchObject({ code: 0 });
    expect(doctor.out).toMatch(/ok {4}Data +2 accounts, 2 contract lines/);
    expect(await termwise(place, "db", "migrate")).toMatchObject({
      code: 0,
      out: "The schema is up to date\n",
    });
  });
});

import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "@hono/node-server";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyOf, personIn, target } from "./security/target.ts";

const page = readFileSync(fileURLToPath(new URL("../../../docs/sources.md", import.meta.url)), "utf8");
const [dryRun, commit] = [...page.matchAll(/```sh\n(curl [\s\S]*?)```/g)].map(([, command]) => command ?? "");
const run = promisify(execFile);

describe("the examples of the page about sources", () => {
  const on = testEngine("embedded");
  const folder = mkdtempSync(join(tmpdir(), "termwise-curl-"));
  let shell: (command: string) => Promise<Record<string, unknown>>;
  let stop = () => {};
  beforeAll(async () => {
    const server = await target(await on.open());
    const listening = serve({ fetch: server.app.fetch, port: 0, hostname: "127.0.0.1" });
    await once(listening, "listening");
    stop = () => void listening.close();
    const admin = await personIn(server, server.house.first, { role: "revops" });
    const { secret } = await keyOf(server, server.house.first, admin.memberId, ["imports_write"]);
    writeFileSync(join(folder, "accounts.csv"), "account_id,name\nM1,Maple\n");
    writeFileSync(
      join(folder, "lines.csv"),
      "line_id,account_id,product,arr,currency,starts_on,ends_on\nL1,M1,Core,1200,EUR,2026-01-01,2026-12-31\n",
    );
    const { port } = listening.address() as AddressInfo;
    const env = { ...process.env, TERMWISE: `http://127.0.0.1:${port}`, TERMWISE_KEY: secret };
    shell = async (command) => {
      const { stdout } = await run("sh", ["-c", command], { cwd: folder, env });
      return JSON.parse(stdout) as Record<string, unknown>;
    };
  });
  afterAll(() => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are run as they stand: a dry run, an import, and the same request again", async () => {
    expect(await shell(dryRun ?? "")).toMatchObject({ committed: false, id: null, counts: { new: 1 } });
    const first = await shell(commit ?? "");
    expect(first).toMatchObject({ committed: true, counts: { new: 2, refused: 0 } });
    expect(await shell(commit ?? "")).toEqual(first);
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "@termwise/server/for-benches";
import { accountsFile } from "./events.ts";

const main = join(import.meta.dirname, "../../apps/server/src/main.ts");

/** The product as a process of its own, on a store whose customers events come in of. */
export interface Product {
  readonly writeKey: string;
  address(): string;
  /** Ends it as a crash would, and starts it anew on the same store. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on a PostgreSQL (`url`), or on the embedded database. */
export async function startProduct(url: string | undefined): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "termwise-bench-"));
  const place = { url, dataDir };
  const house = await openHouse({ ...place, demo: false });
  const files = [{ name: "accounts.csv", bytes: Buffer.from(accountsFile()) }];
  await (await house.termwise(house.first)).importFiles({ files, dryRun: false });
  await house.close();
  let running = await run(place, "setup#");
  const [, token = ""] = /setup#(\w+)/.exec(running.said) ?? [];
  const writeKey = await makeKey(running.address, token);
  const end = async (signal: NodeJS.Signals) => {
    running.child.kill(signal);
    await once(running.child, "close");
  };
  return {
    writeKey,
    address: () => running.address,
    crash: async () => {
      await end("SIGKILL");
      running = await run(place);
    },
    close: async () => {
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  /** All it said until it was ready. */
  readonly said: string;
}

/** Starts a server; it is ready once it has said `until`. */
async function run(
  { url, dataDir }: { url: string | undefined; dataDir: string },
  until = "ready: ",
): Promise<Running> {
  const child = spawn(process.execPath, [main, "--no-demo"], {
    env: {
      ...{ PATH: process.env["PATH"], TERMWISE_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" },
      ...(url !== undefined && { DATABASE_URL: url }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(until)) resolve();
    });
  });
  return { child, address: /ready: (\S+)/.exec(said)?.[1] ?? "", said };
}

/** Sets the store up as its first admin does, and makes a key of a source. */
async function makeKey(address: string, token: string): Promise<string> {
  const json = { "content-type": "application/json", origin: address };
  const begun = await fetch(`${address}/api/auth/first-run`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({
      ...{
        token,
        name: "First Admin",
        email: "first@admin.example",
        password: "correct horse battery staple",
      },
      workspace: { name: "Workspace", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
    }),
  });
  if (!begun.ok) throw new Error(`${begun.status} ${await begun.text()}`);
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const made = await fetch(`${address}/api/trpc/keys.create`, {
    method: "POST",
    headers: { ...json, cookie },
    body: JSON.stringify({ name: "Web app", rights: ["events_write"], expiresOn }),
  });
  const answer = (await made.json()) as { result?: { data: { secret: string } } };
  if (!answer.result) throw new Error(`${made.status} ${JSON.stringify(answer)}`);
  return answer.result.data.secret;
}

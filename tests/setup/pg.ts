// A throwaway PostgreSQL cluster. As root it drops to an unprivileged user; as anyone else it just runs.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export interface ThrowawayPostgres {
  /** Superuser connection to the maintenance database. */
  adminUrl: string;
  /** Ends it as a crash would: no checkpoint, every connection cut. */
  crash(): Promise<void>;
  /** Starts it again on the same port and data after `crash`. */
  start(): Promise<void>;
  /** Stops it and removes its files. */
  remove(): Promise<void>;
}

/** The directory with `initdb` and `postgres`: PG_BIN, the newest Debian package, else PATH. */
export function findPostgresBinaries(): string | null {
  const holds = (dir: string) => existsSync(join(dir, "initdb")) && existsSync(join(dir, "postgres"));
  const named = process.env["PG_BIN"];
  if (named) return holds(named) ? named : null;
  const packages = "/usr/lib/postgresql";
  const installed = existsSync(packages) ? readdirSync(packages) : [];
  return (
    installed
      .filter((version) => Number(version) >= 15)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(packages, version, "bin"))
      .concat((process.env["PATH"] ?? "").split(delimiter))
      .find((dir) => dir !== "" && holds(dir)) ?? null
  );
}

/** Initialises and starts a cluster in a temporary directory, on a free port of 127.0.0.1. */
export async function startPostgres(settings: string[] = []): Promise<ThrowawayPostgres> {
  const bin = findPostgresBinaries();
  if (!bin)
    throw new Error(
      "No PostgreSQL server programs (initdb, postgres) of version 15 or newer were found. " +
        "Install them (Debian, Ubuntu: apt-get install postgresql) or set PG_BIN to their directory.",
    );
  const dir = mkdtempSync(join(tmpdir(), "termwise-pg-"));
  const owner = unprivilegedOwner();
  if (owner) chownSync(dir, owner.uid, owner.gid);
  chmodSync(dir, 0o700);
  const data = join(dir, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C.UTF-8", "-E", "UTF8"],
    { ...owner, cwd: dir, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await freePort();
  // synchronous_commit stays on: an acknowledged commit must outlive `crash`.
  const options = ["fsync=off", "max_connections=80", "listen_addresses=127.0.0.1", ...settings];
  const args = ["-D", data, "-p", String(port), "-k", dir, ...options.flatMap((option) => ["-c", option])];
  let server: ChildProcess | null = null;
  const killWithUs = () => {
    server?.kill("SIGKILL");
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  const killAndGo = () => {
    killWithUs();
    process.kill(process.pid, "SIGTERM");
  };
  process.once("exit", killWithUs);
  process.once("SIGTERM", killAndGo);

  const start = async () => {
    const child = spawn(join(bin, "postgres"), args, {
      ...owner,
      cwd: dir,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = child;
    await ready(child);
  };
  const end = (signal: "SIGINT" | "SIGQUIT") =>
    new Promise<void>((resolve) => {
      if (!server || server.exitCode !== null) return resolve();
      server.once("exit", () => resolve());
      server.kill(signal);
    });
  await start();
  return {
    adminUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash: () => end("SIGQUIT"),
    start,
    remove: async () => {
      process.removeListener("exit", killWithUs);
      process.removeListener("SIGTERM", killAndGo);
      await end("SIGINT");
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the user it runs as instead, null when we are not root. */
function unprivilegedOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const user of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // This machine has no such user; the next one may be there.
    }
  }
  throw new Error("Running as root, and there is neither a user postgres nor nobody to run PostgreSQL as.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    const failed = (code: number | null) => reject(new Error(`postgres exited with ${code}\n${log}`));
    child.once("exit", failed);
    child.stderr?.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-20_000);
      if (!log.includes("ready to accept connections")) return;
      child.removeListener("exit", failed);
      resolve();
    });
  });
}

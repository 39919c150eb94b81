// A storm of sign-ins against a server of its own, whose memory is bounded and watched.
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import type { Place } from "@termwise/db";
import { shown, startServer } from "../processes/testing.ts";

/** What became of the storm. */
export interface Weathered {
  /** How many answers of each status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Refusals for now that did not say when to come back. */
  readonly withoutRetryAfter: number;
  /** What a session read meanwhile, by status, and the longest it waited, in milliseconds. */
  readonly reads: Readonly<Record<number, number>>;
  readonly slowestRead: number;
  /** The most memory the process held while it lasted, and what it held before, in MiB. */
  readonly peak: number;
  readonly before: number;
  /** Whether the kernel would have ended the process beyond what is allowed. */
  readonly bound: boolean;
  /** Whether it still answers, and the first admin can still sign in. */
  readonly alive: boolean;
}

/** As much memory as the process may hold, in MiB: the heap is given less, for what lies beside it. */
export const allowed = 1_024;

const memoryOf = (pid: number, what: "VmHWM" | "VmRSS"): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) /
  1_024;

/** Has the kernel end a process that takes more than is allowed, where this machine lets one say so. */
function boundInKernel(pid: number): { bound: boolean; end: () => void } {
  const group = `/sys/fs/cgroup/memory/termwise-${pid}`;
  try {
    mkdirSync(group);
    writeFileSync(`${group}/memory.limit_in_bytes`, String(allowed * 1_024 * 1_024));
    writeFileSync(`${group}/cgroup.procs`, String(pid));
    return { bound: true, end: () => rmdirSync(group) };
  } catch {
    return { bound: false, end: () => {} };
  }
}

/** Starts a server, signs its first admin in, and has so many strangers and owners of accounts sign in at once. */
export async function storm(place: Place, signIns: number): Promise<Weathered> {
  const server = await startServer(place, ["--no-demo"], { NODE_OPTIONS: "--max-old-space-size=640" });
  const headers = await shown(server);
  const { bound, end } = boundInKernel(server.pid);
  const before = memoryOf(server.pid, "VmRSS");
  // The highest mark so far is of making the store; from here it is that of the storm.
  writeFileSync(`/proc/${server.pid}/clear_refs`, "5");
  const signIn = (n: number) =>
    fetch(`${server.address}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({
        // A few accounts are tried again and again, most once.
        email: n % 5 === 0 ? `victim${n % 3}@example.com` : `stranger${n}@example.com`,
        password: `guess ${n} `.repeat(20),
      }),
    });
  const statuses: Record<number, number> = {};
  const reads: Record<number, number> = {};
  let [withoutRetryAfter, slowestRead, over] = [0, 0, false];
  const reading = (async () => {
    while (!over) {
      const began = performance.now();
      const { status } = await fetch(`${server.address}/api/trpc/workspace.get`, { headers });
      slowestRead = Math.max(slowestRead, performance.now() - began);
      reads[status] = (reads[status] ?? 0) + 1;
    }
  })();
  await Promise.all(
    Array.from({ length: signIns }, async (_, n) => {
      const response = await signIn(n);
      await response.arrayBuffer();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      const asksToWait = response.status === 429 || response.status === 503;
      if (asksToWait && !(Number(response.headers.get("retry-after")) > 0)) withoutRetryAfter += 1;
    }),
  );
  over = true;
  await reading;
  const alive = (await fetch(`${server.address}/readyz`)).ok;
  const peak = memoryOf(server.pid, "VmHWM");
  server.kill("SIGTERM");
  await server.ended;
  end();
  return { statuses, withoutRetryAfter, reads, slowestRead, peak, before, bound, alive };
}

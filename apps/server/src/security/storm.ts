// A storm of sign-ins against a server of its own, whose memory is bounded and watched.
import { readFileSync } from "node:fs";
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
  /** The most memory the process held, in MiB. */
  readonly peak: number;
  /** Whether it still answers, and the first admin can still sign in. */
  readonly alive: boolean;
}

/** As much memory as the process may hold, in MiB: the heap is given less, for what lies beside it. */
export const allowed = 1_024;

const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;

/** Starts a server, signs its first admin in, and has so many strangers and owners of accounts sign in at once. */
export async function storm(place: Place, signIns: number): Promise<Weathered> {
  const server = await startServer(place, ["--no-demo"], { NODE_OPTIONS: "--max-old-space-size=640" });
  const headers = await shown(server);
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
  const peak = peakOf(server.pid);
  server.kill("SIGTERM");
  await server.ended;
  return { statuses, withoutRetryAfter, reads, slowestRead, peak, alive };
}

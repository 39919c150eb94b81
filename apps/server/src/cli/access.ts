import { Failure, type FailureCode, failureCodes } from "@termwise/core/kernel";
import { findHolder } from "@termwise/db";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import type { Env } from "../env.ts";
import { createApp } from "../http/app.ts";
import { createLog } from "../log.ts";
import type { AppRouter } from "../router.ts";
import { openTermwise } from "../termwise.ts";

/** How a command reaches the data: always through the HTTP API, of a running server or of one inside this process. */
export interface Access {
  readonly api: TRPCClient<AppRouter>;
  /** Where it goes, for the person at the terminal. */
  readonly where: string;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  get(path: string): Promise<string>;
  close(): Promise<void>;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

function through(base: string, where: string, fetch: Fetch, close: () => Promise<void>): Access {
  const answered = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${base}${path}`, init);
    if (response.ok) return response;
    const refusal = (await response.json().catch(() => null)) as { code?: string; message?: string } | null;
    const code = failureCodes.find((known): known is FailureCode => known === refusal?.code);
    throw code
      ? new Failure(code, refusal?.message ?? "Refused")
      : new Error(refusal?.message ?? `The server answered ${response.status}`);
  };
  return {
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({ url: `${base}/api/trpc`, fetch: (url, init) => fetch(String(url), init as RequestInit) }),
      ],
    }),
    where,
    post: async <Answer>(path: string, body: unknown) =>
      (
        await answered(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        })
      ).json() as Promise<Answer>,
    get: async (path) => (await answered(path)).text(),
    close,
  };
}

/**
 * Reaches the data: over loopback when a server holds the embedded store (its address and token stand in the lock file),
 * else by opening the store in this process until the command ends.
 */
export async function reach(env: Env): Promise<Access> {
  const holder = env.databaseUrl ? null : findHolder(env.dataDir);
  if (holder?.address) {
    const { address, token } = holder;
    const asHolder: Fetch = (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set("authorization", `Bearer ${token}`);
      return fetch(url, { ...init, headers });
    };
    return through(address, `the running server at ${address}`, asHolder, async () => {});
  }
  const termwise = await openTermwise({ url: env.databaseUrl, dataDir: env.dataDir, demo: false });
  const app = createApp({ termwise, log: createLog("silent"), pages: "", draining: () => false });
  const inside: Fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("host", "localhost");
    headers.set("authorization", `Bearer ${termwise.db.lock?.token ?? ""}`);
    return app.fetch(new Request(url, { ...init, headers }));
  };
  const where = env.databaseUrl ? "PostgreSQL (DATABASE_URL)" : env.dataDir;
  return through("http://localhost", where, inside, () => termwise.close());
}

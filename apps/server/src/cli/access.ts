import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { Failure, type FailureCode, failureCodes } from "@termwise/core/kernel";
import { findHolder } from "@termwise/db";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import { openGate } from "../auth/gate.ts";
import { openEdge } from "../edge/edge.ts";
import type { Env } from "../env.ts";
import { openHouse } from "../house.ts";
import { createApp } from "../http/app.ts";
import { codeOfStatus } from "../http/failures.ts";
import { type ImportNews, newsType } from "../http/imports.ts";
import type { ImportReport } from "../imports/import-report.ts";
import type { ImportFile, ImportStep } from "../imports/import-request.ts";
import { createLog } from "../log.ts";
import type { AppRouter } from "../router.ts";
import type { Pulled } from "../sources/pull.ts";

import type { Wire } from "../wire.ts";

/** How a command reaches the data: always through the HTTP API, of a running server or of one inside this process. */
export interface Access {
  readonly api: TRPCClient<AppRouter>;
  /** The address of the running server that is asked; null when the store is opened in this process. */
  readonly address: string | null;
  /** Where it goes, for the person at the terminal. */
  readonly where: string;
  importFiles(
    body: unknown,
    dryRun: boolean,
    onStep: (step: ImportStep) => void,
  ): Promise<Wire<ImportReport>>;
  rebuild(): Promise<{ bytes: number }>;
  /** Fetches from a warehouse once. */
  sync(body: Record<string, unknown>): Promise<Wire<Pulled>>;
  /** Sees that there is a source of a folder under a name. */
  folderSource(name: string): Promise<void>;
  /** Hands files in for a source. A stopped import comes with its report, too. */
  bring(
    source: string,
    files: readonly ImportFile[],
  ): Promise<{ report: Wire<ImportReport>; again: boolean }>;
  get(path: string): Promise<string>;
  close(): Promise<void>;
}

/** What the store is asked under that is opened in this process. */
const inProcess = "http://localhost";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What the server refused, as the failure it was there. */
function refusal(told: { code?: string; message?: string } | null, status: number): Error {
  const code = failureCodes.find((known): known is FailureCode => known === told?.code);
  return code
    ? new Failure(code, told?.message ?? "Refused")
    : new Error(told?.message ?? `The server answered ${status}`);
}

async function lastReport(
  response: Response,
  onStep: (step: ImportStep) => void,
): Promise<Wire<ImportReport>> {
  if (response.body === null) throw new Error("The server answered nothing");
  for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
    const news = JSON.parse(line) as Wire<ImportNews>;
    if ("step" in news) onStep(news);
    else if ("report" in news) return news.report;
    else throw refusal(news.failure, response.status);
  }
  throw new Failure(
    "unavailable",
    "The server went away before it answered. Whether the import was stored is seen by running it again: what is stored comes back as unchanged",
  );
}

/** What a program is told of its import: the report, or why there is none. */
async function broughtBy(response: Response): Promise<{ report: Wire<ImportReport>; again: boolean }> {
  const told = (await response.json().catch(() => null)) as (Wire<ImportReport> & Told) | null;
  if (response.ok && told) return { report: told, again: response.headers.has("idempotent-replayed") };
  if (told?.report) return { report: told.report, again: false };
  const code = failureCodes.find((known): known is FailureCode => codeOfStatus(response.status) === known);
  if (told === null || code === undefined) throw new Error(`The server answered ${response.status}`);
  throw new Failure(code, told.detail ?? "Refused");
}

/** What a problem holds beside what it is a problem of. */
interface Told {
  readonly detail?: string;
  readonly report?: Wire<ImportReport>;
}

function through(base: string, where: string, fetch: Fetch, close: () => Promise<void>): Access {
  const answered = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${base}${path}`, init);
    if (response.ok) return response;
    throw refusal((await response.json().catch(() => null)) as { code?: string } | null, response.status);
  };
  const send = (path: string, body: unknown, accept: string) =>
    answered(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify(body),
    });
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: `${base}/api/trpc`, fetch: (url, init) => fetch(String(url), init as RequestInit) }),
    ],
  });
  return {
    api,
    address: base === inProcess ? null : base,
    where,
    importFiles: async (body, dryRun, onStep) =>
      lastReport(await send(`/api/imports${dryRun ? "?dryRun=1" : ""}`, body, newsType), onStep),
    rebuild: async () =>
      (await send("/api/local/rebuild", {}, "application/json")).json() as Promise<{ bytes: number }>,
    sync: async (body) =>
      (await send("/api/local/sync", body, "application/json")).json() as Promise<Wire<Pulled>>,
    folderSource: async (name) => {
      const { sources } = await api.sources.list.query();
      const known = sources.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
      if (known && known.kind !== "folder")
        throw new Failure(
          "refused",
          `The source "${known.name}" does not come by a folder. Choose another name`,
        );
      if (!known) await api.sources.save.mutate({ name, kind: "folder", system: name });
    },
    bring: async (source, files) => {
      const response = await fetch(`${base}/api/v1/imports`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          source,
          files: files.map(({ name, bytes }) => ({ name, content: Buffer.from(bytes).toString("base64") })),
        }),
      });
      return broughtBy(response);
    },
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
    const { address, token, pid } = holder;
    const asHolder: Fetch = (url, init) => {
      return fetch(url, { ...init, headers: asOperator(init?.headers, token) }).catch((cause: unknown) => {
        const failure = new Failure(
          "unavailable",
          `The server that holds ${env.dataDir} (process ${pid}, ${address}) does not answer. Try again, or stop it`,
        );
        failure.cause = cause;
        throw failure;
      });
    };
    return through(address, `the running server at ${address}`, asHolder, async () => {});
  }
  const house = await openHouse({ url: env.databaseUrl, dataDir: env.dataDir, demo: false });
  const log = createLog("silent");
  const edge = await openEdge({ ...env, smtpUrl: undefined, host: "127.0.0.1" }, log);
  const gate = openGate({ house, edge, log });
  const app = createApp({ gate, edge, log, pages: "", draining: () => false });
  // The name under which the server of this installation will answer: links lead there.
  const host = `localhost:${env.port}`;
  const inside: Fetch = async (url, init) =>
    app.fetch(new Request(url, { ...init, headers: asOperator(init?.headers, gate.operatorToken, host) }));
  const where = env.databaseUrl ? "PostgreSQL (DATABASE_URL)" : env.dataDir;
  return through(inProcess, where, inside, () => house.close());
}

/** What the command line shows of itself, and the workspace it means (`TERMWISE_WORKSPACE`, by name or id). */
function asOperator(given: RequestInit["headers"], token: string, host?: string): Headers {
  const headers = new Headers(given);
  headers.set("authorization", `Bearer ${token}`);
  if (host !== undefined) headers.set("host", host);
  const workspace = process.env["TERMWISE_WORKSPACE"];
  if (workspace) headers.set("x-termwise-workspace", encodeURIComponent(workspace));
  return headers;
}

// A source of events as its clients meet it, and a network that loses what it carries.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Day, WorkspaceId } from "@termwise/core/kernel";
import { createWorkspace, loadDailyUse, loadSourceDays, type StoredUse } from "@termwise/db";
import { keyOf, type Person, personIn, rowsOf, type Target } from "../security/target.ts";
import type { Termwise } from "../termwise.ts";

/** A workspace with a key for events, and two accounts: `M1` at maple.example, `M2` at oak.example. */
export interface EventSource {
  readonly workspaceId: WorkspaceId;
  readonly termwise: Termwise;
  readonly admin: Person;
  readonly secret: string;
  readonly sourceId: string;
  /** Sends a body; answers with the status and what is said. */
  send(path: string, body: unknown, more?: SendMore): Promise<Answered>;
  /** Everything counted of all accounts by now. */
  uses(): Promise<StoredUse[]>;
  /** What became of all events so far. */
  counts(): Promise<{ received: number; stored: number; duplicate: number; dead: number; differing: number }>;
  /** How many rows a table of usage has. */
  rows(table: string): Promise<number>;
}

/** What is special about a request. `raw` goes as it stands. */
export interface SendMore {
  readonly headers?: Record<string, string>;
  readonly key?: string | null;
  readonly gzip?: boolean;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** An answer. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly said: Record<string, unknown>;
}

const accounts = "account_id,name,domain\nM1,Maple,maple.example\nM2,Oak,oak.example\n";

/** Makes one in a workspace of its own. */
export async function eventSource(server: Target): Promise<EventSource> {
  const { db } = server.house;
  const workspaceId = (await createWorkspace(db, { name: `Events ${Math.random()}` })).id;
  const admin = await personIn(server, workspaceId, { role: "workspace_admin" });
  const key = await keyOf(server, workspaceId, admin.memberId, ["events_write"], "Web app");
  const termwise = await server.house.termwise(workspaceId);
  await termwise.importFiles({
    files: [{ name: "accounts.csv", bytes: Buffer.from(accounts) }],
    dryRun: false,
  });
  return {
    workspaceId,
    termwise,
    admin,
    secret: key.secret,
    sourceId: key.id,
    send: async (path, body, { headers = {}, key: shown = key.secret, gzip = false, raw } = {}) => {
      const text = raw ?? JSON.stringify(body);
      const response = await server.app.request(path, {
        method: "POST",
        headers: {
          host: "localhost:4700",
          "content-type": "application/json",
          ...(shown === null
            ? {}
            : { authorization: `Basic ${Buffer.from(`${shown}:`).toString("base64")}` }),
          ...(gzip && { "content-encoding": "gzip" }),
          ...headers,
        },
        body: gzip ? new Uint8Array(gzipSync(text)) : text,
      });
      const said = (await response.json()) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, said };
    },
    uses: () =>
      termwise.read((tx) =>
        loadDailyUse(tx, { accountIds: null, from: "2000-01-01" as Day, to: "2100-01-01" as Day }),
      ),
    counts: async () => {
      const days = await termwise.read((tx) => loadSourceDays(tx, "2000-01-01" as Day));
      const sum = (of: "received" | "stored" | "duplicate" | "dead" | "differing") =>
        days.reduce((total, one) => total + one[of], 0);
      return {
        received: sum("received"),
        stored: sum("stored"),
        duplicate: sum("duplicate"),
        dead: sum("dead"),
        differing: sum("differing"),
      };
    },
    rows: async (table) => {
      const [row] = await rowsOf<{ n: number }>(
        server,
        `select count(*)::int as n from usage.${table} where workspace_id = '${workspaceId}'`,
      );
      return row?.n ?? 0;
    },
  };
}

/** What the network does with a request: carries it, loses it before it arrives, or loses the answer. */
export type Fate = "carried" | "lost" | "unanswered";

/** A network between clients and a server; `fates` are those of the first requests, all later ones are carried. */
export async function lossyNetwork(
  { app }: Pick<Target, "app">,
  fates: readonly Fate[],
): Promise<{ url: string; requests: () => number; close: () => Promise<void> }> {
  let count = 0;
  const server = createServer((request, response) => {
    const fate = fates[count++] ?? "carried";
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (fate === "lost") return void request.socket.destroy();
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === "string") headers.set(name, value);
      const body = new Uint8Array(Buffer.concat(parts));
      void Promise.resolve(
        app.request(request.url ?? "/", { method: request.method ?? "POST", headers, body }),
      ).then(async (answer) => {
        if (fate === "unanswered") return void request.socket.destroy();
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(await answer.text());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => count,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

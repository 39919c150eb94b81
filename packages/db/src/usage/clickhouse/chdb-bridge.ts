// ClickHouse's HTTP interface on top of chDB, for `npm run test:scale`: so that ClickHouse's own client is tried as it
// speaks to a cluster, with its statements, its values, its inserts and its errors, where no server can be installed.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Session {
  query(statement: string, format?: string): string;
  cleanup(): void;
}
interface ChdbModule {
  readonly Session: new (path: string) => Session;
}

/** What becomes of a request: it is answered, its answer is lost after it was done, or it is cut off before anything is. */
export type Fate = "answered" | "unanswered" | "cut";

/** A ClickHouse over HTTP. */
export interface ChdbBridge {
  /** As `TERMWISE_USAGE_URL` is written, with the password that works. */
  readonly url: string;
  /** Statements it was sent, in their order. */
  readonly asked: readonly string[];
  /** What becomes of the next inserts; all later ones are answered. */
  fates(next: readonly Fate[]): void;
  close(): Promise<void>;
}

const authorized = `Basic ${Buffer.from("termwise:s3cret").toString("base64")}`;
const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** Opens one in a folder of its own. */
export async function openChdbBridge(): Promise<ChdbBridge> {
  const brought = process.env["TERMWISE_CHDB"];
  if (brought === undefined) throw new Error("Run `npm run test:scale`: it brings chDB.");
  const { Session } = createRequire(join(brought, "package.json"))("chdb") as ChdbModule;
  const folder = mkdtempSync(join(tmpdir(), "termwise-chdb-"));
  const session = new Session(folder);
  session.query("create database if not exists termwise");
  const asked: string[] = [];
  let upcoming: Fate[] = [];

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const address = new URL(request.url ?? "/", "http://bridge");
    if (request.headers.authorization !== authorized) {
      refuse(
        response,
        403,
        "Code: 516. DB::Exception: termwise: Authentication failed. (AUTHENTICATION_FAILED)",
      );
      return;
    }
    const inAddress = address.searchParams.get("query");
    const statement = inAddress === null ? body : `${inAddress}\n${body}`;
    asked.push(inAddress ?? body);
    const isInsert = /^\s*insert/i.test(statement);
    const fate = isInsert ? (upcoming.shift() ?? "answered") : "answered";
    if (fate === "cut") {
      request.socket.destroy();
      return;
    }
    try {
      session.query(`use ${address.searchParams.get("database") ?? "default"}`);
      for (const [name, value] of address.searchParams)
        if (name.startsWith("param_")) session.query(`set ${name} = ${quoted(value)}`);
      const said = session.query(statement);
      if (fate === "unanswered") {
        request.socket.destroy();
        return;
      }
      response.writeHead(200, {
        "content-type": "text/plain; charset=UTF-8",
        "x-clickhouse-query-id": address.searchParams.get("query_id") ?? "",
        "x-clickhouse-summary": "{}",
      });
      response.end(said);
    } catch (error) {
      refuse(response, 500, error instanceof Error ? error.message : String(error));
    }
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => answer(request, response, Buffer.concat(parts).toString("utf8")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://termwise:s3cret@127.0.0.1:${port}/termwise`,
    asked,
    fates: (next) => {
      upcoming = [...next];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      session.cleanup();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const [, code = "1"] = /Code: (\d+)/.exec(message) ?? [];
  response.writeHead(status, { "content-type": "text/plain", "x-clickhouse-exception-code": code });
  response.end(message);
}

import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Failure } from "@termwise/core/kernel";
import { Hono } from "hono";
import type { Edge } from "../edge/edge.ts";
import { headers } from "./headers.ts";

/**
 * Milliseconds: slow or silent clients give up their place. Headers come at once or not at all; a whole request may take
 * as long as files of 150 MiB at 10 Mbit/s, which only who may import is let send.
 */
const slowClients = { headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 };

/**
 * Milliseconds a connection between two requests is kept: longer than proxies and clients keep theirs, usually a minute. Who
 * asks on a connection that is being closed that moment is told nothing, which for a change is worse than slow.
 */
const restingClients = { keepAliveTimeout: 65_000 };

/** A request that names no host is refused by us, as one of a foreign host: Node's own refusal carries none of our headers. */
const refusedByUs = { requireHostHeader: false };

/** What the parser refuses before there is a request, by the code of its error. */
const refusals: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Listens where the environment says. Throws `conflict` when something else does. */
export async function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  edge: Edge,
  { host, port }: { host: string; port: number },
): Promise<ServerType> {
  const safe = await safeHeaders(edge);
  const lines = safe.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return new Promise((resolve, reject) => {
    const serverOptions = { ...slowClients, ...restingClients, ...refusedByUs };
    const server = serve({ fetch, port, hostname: host, serverOptions }, () => resolve(server));
    server.on("checkExpectation", (_request: unknown, response: ServerResponse) => {
      for (const [name, value] of safe) response.setHeader(name, value);
      response.writeHead(417).end();
    });
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
      if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
      const status = refusals[error.code ?? ""] ?? 400;
      return socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}connection: close\r\n\r\n`);
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Failure("conflict", `Port ${port} is in use. Stop what uses it, or set PORT to another one`)
          : error,
      ),
    );
  });
}

/** The headers every answer carries, for answers that are none of the app's. */
async function safeHeaders(edge: Edge): Promise<[name: string, value: string][]> {
  const app = new Hono().use(headers(edge)).get("/", (c) => c.body(null));
  const response = await app.request("/");
  return [...response.headers];
}

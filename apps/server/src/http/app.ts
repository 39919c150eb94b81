import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { serveStatic } from "@hono/node-server/serve-static";
import { Failure } from "@termwise/core/kernel";
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { Gate } from "../auth/authenticate.ts";
import { clientAddress } from "../edge/client-address.ts";
import type { Edge } from "../edge/edge.ts";
import type { Log } from "../log.ts";
import { asking, countCalls } from "./asking.ts";
import { auditCsvRoutes } from "./audit-csv.ts";
import { doorRoutes } from "./auth.ts";
import { clientSettingRoutes } from "./client-settings.ts";
import { definitionFeedRoutes } from "./definition-feed.ts";
import { isForOtherSites } from "./event-addresses.ts";
import { type Arriving, eventRoutes } from "./events.ts";
import { refusalOf, retryAfterOf } from "./failures.ts";
import { headers } from "./headers.ts";
import { importDraftRoutes } from "./import-draft.ts";
import { importRoutes } from "./imports.ts";
import { importV1Routes } from "./imports-v1.ts";
import { localRoutes } from "./local.ts";
import { ownOrigin } from "./own-origin.ts";
import { problemOf, problemType } from "./problem.ts";
import { trpcRoutes } from "./procedures.ts";
import { sessionEventRoutes } from "./session-events.ts";
import type { Requests } from "./variables.ts";
import { workspaceExportRoutes } from "./workspace-export.ts";

/**
 * What a server is made of. `pages` is the folder of the built web app; `draining` turns true while it stops, and `stopping`
 * ends what would otherwise go on.
 */
export interface ServerParts {
  readonly gate: Gate;
  readonly edge: Edge;
  readonly log: Log;
  readonly pages: string;
  readonly draining: () => boolean;
  readonly stopping?: AbortSignal;
  readonly arriving?: Arriving;
}

/** The server as a function from requests to responses: doors, API, health, files. */
export function createApp({ gate, edge, log, pages, draining, stopping, arriving }: ServerParts) {
  const { house } = gate;
  const app = new Hono<Requests>();
  app.use(headers(edge));
  app.use(async (c, next) => {
    const [requestId, began] = [randomUUID(), performance.now()];
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    // Whoever keeps a connection takes it to another server before this one closes it.
    if (draining()) c.header("connection", "close");
    const ms = Math.round(performance.now() - began);
    log.info({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms }, "request");
  });
  app.use(ownOrigin(edge));
  const forPages = cors({ origin: "*", allowMethods: ["GET", "POST"], maxAge: 600 });
  app.use(async (c, next) => (isForOtherSites(c.req.path) ? forPages(c, next) : next()));
  app.onError((error, c) => {
    const { status, body } = refusalOf(error, { requestId: c.get("requestId"), path: c.req.path, log });
    const wait = retryAfterOf(error);
    if (wait !== null) c.header("retry-after", String(wait));
    if (!c.req.path.startsWith("/api/v1/")) return c.json(body, status);
    const own = error instanceof Failure ? error.details : {};
    const code = typeof own["status"] === "number" ? (own["status"] as typeof status) : status;
    return c.json(problemOf(code, body, own["code"]), code, { "content-type": problemType });
  });

  /** The process runs. */
  app.get("/healthz", (c) => c.json({ ok: true }));
  /** The store answers, has this version's schema, and the server is not stopping; else 503. */
  app.get("/readyz", async (c) => {
    const silent = wait(1_000, false, { ref: false });
    const ready = !draining() && (await Promise.race([house.ready().catch(() => false), silent]));
    return c.json({ ready }, ready ? 200 : 503);
  });

  app.use(async (c, next) => {
    const forwarding = {
      forwarded: c.req.header("forwarded"),
      xForwardedFor: c.req.header("x-forwarded-for"),
    };
    c.set("client", clientAddress(peerOf(c), forwarding, edge.isTrusted));
    return next();
  });
  app.route("/", eventRoutes({ gate, log, arriving }));
  app.route("/", clientSettingRoutes(edge));

  app.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  if (edge.corsOrigins.size > 0)
    app.use(
      "/api/*",
      cors({
        origin: (origin) => (edge.corsOrigins.has(origin) ? origin : null),
        allowMethods: ["GET", "POST"],
        allowHeaders: ["authorization", "content-type"],
        maxAge: 600,
      }),
    );
  app.route("/api/trpc", trpcRoutes({ gate, edge, log }));
  app.use("/api/*", async (c, next) => {
    const { who, acting } = await asking(c, gate);
    c.set("who", who);
    c.set("acting", acting);
    return next();
  });
  app.route("/api/auth", doorRoutes(gate, log));
  // The doors have limits of their own.
  app.use("/api/*", async (c, next) => {
    await countCalls(c, { who: c.get("who"), acting: c.get("acting") }, { gate, log });
    return next();
  });
  app.route("/api/imports/draft", importDraftRoutes(house, log));
  app.route("/api/imports", importRoutes(house, log));
  app.route("/api/v1/imports", importV1Routes(house));
  app.route("/api/local", localRoutes(gate, log));
  app.route("/api/sessions", sessionEventRoutes({ gate, log, stopping }));
  app.route("/api/audit.csv", auditCsvRoutes(house, log));
  app.route("/api/definitions/changes.atom", definitionFeedRoutes(house));
  app.route("/api/workspace/export", workspaceExportRoutes(house, log));
  app.all("/api/*", () => {
    throw new Failure("not_found", "There is no such address");
  });

  if (existsSync(pages)) {
    const root = relative(process.cwd(), pages);
    app.use(
      "/assets/*",
      serveStatic({
        root,
        onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
      }),
    );
    app.use(serveStatic({ root }));
    // No page of the app has such an address: who asks for it is looking for files.
    app.get("/assets/*", (c) => c.notFound());
    app.get("/.*", (c) => c.notFound());
    // Every other address is a page of the app, which reads it in the browser.
    app.get("*", serveStatic({ root, path: "index.html" }));
  }
  return app;
}

/** The socket a request came through; a request made in this process has none. */
function peerOf(c: Context): { remoteAddress?: string | undefined } {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket ?? inProcess;
}

const inProcess = { remoteAddress: "127.0.0.1" };

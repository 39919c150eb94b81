import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { serveStatic } from "@hono/node-server/serve-static";
import { Failure } from "@termwise/core/kernel";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Log } from "../log.ts";
import { appRouter } from "../router.ts";
import type { Termwise } from "../termwise.ts";
import { refusalOf } from "./failures.ts";
import { headers } from "./headers.ts";
import { importRoutes } from "./imports.ts";
import { assertShallow } from "./json-limits.ts";
import { localRoutes } from "./local.ts";
import { ownOrigin } from "./own-origin.ts";
import type { Requests } from "./variables.ts";

const largestQuery = 256 * 1024;
const tooLarge = { code: "too_large", message: "The request is larger than 256 KiB" };

/** What a server is made of. `pages` is the folder of the built web app; `draining` turns true while it stops. */
export interface ServerParts {
  readonly termwise: Termwise;
  readonly log: Log;
  readonly pages: string;
  readonly draining: () => boolean;
}

/** The server as a function from requests to responses: API, health, files. */
export function createApp({ termwise, log, pages, draining }: ServerParts) {
  const app = new Hono<Requests>();
  app.use(headers);
  app.use(async (c, next) => {
    const [requestId, began] = [randomUUID(), performance.now()];
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    const ms = Math.round(performance.now() - began);
    log.info({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms }, "request");
  });
  app.use(ownOrigin);
  app.onError((error, c) => {
    const { status, body } = refusalOf(error, { requestId: c.get("requestId"), path: c.req.path, log });
    if (status === 503) c.header("retry-after", "5");
    return c.json(body, status);
  });

  /** The process runs. */
  app.get("/healthz", (c) => c.json({ ok: true }));
  /** The store answers, has this version's schema, and the server is not stopping; else 503. */
  app.get("/readyz", async (c) => {
    const silent = wait(1_000, false, { ref: false });
    const ready = !draining() && (await Promise.race([termwise.ready().catch(() => false), silent]));
    return c.json({ ready }, ready ? 200 : 503);
  });

  app.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  app.route("/api/imports", importRoutes(termwise, log));
  app.route("/api/local", localRoutes(termwise));
  const small = bodyLimit({ maxSize: largestQuery, onError: (c) => c.json(tooLarge, 413) });
  app.use("/api/trpc/*", small, async (c) => {
    const type = c.req.header("content-type") ?? "";
    const writes = c.req.method === "POST";
    if (writes && !type.toLowerCase().startsWith("application/json"))
      throw new Failure("bad_input", "Send application/json");
    assertShallow(writes ? await c.req.raw.clone().text() : (c.req.query("input") ?? ""));
    return fetchRequestHandler({
      endpoint: "/api/trpc",
      req: c.req.raw,
      router: appRouter,
      createContext: () => ({ termwise, log, requestId: c.get("requestId") }),
      maxBatchSize: 10,
    });
  });
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
    // Every other address is a page of the app, which reads it in the browser.
    app.get("*", serveStatic({ root, path: "index.html" }));
  }
  return app;
}

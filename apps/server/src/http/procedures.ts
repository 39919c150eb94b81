import { Failure } from "@termwise/core/kernel";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Gate } from "../auth/authenticate.ts";
import type { Edge } from "../edge/edge.ts";
import type { Log } from "../log.ts";
import { appRouter } from "../router.ts";
import { type Context, failedBefore } from "../trpc.ts";
import { asking, countCalls } from "./asking.ts";
import { refusalOf } from "./failures.ts";
import { assertJson, assertShallow } from "./json-limits.ts";
import type { Requests } from "./variables.ts";

const largestQuery = 256 * 1024;
/** A glossary of a few hundred terms with its worked examples, in base64. */
const largestFile = 3 * 1024 * 1024;
const takesFiles = new Set(["glossary.checkFile", "glossary.proposeFile", "usage.importCsv"]);
const largestBatch = 10;

const upTo = (maxSize: number, said: string) =>
  bodyLimit({
    maxSize,
    onError: (c) => c.json({ code: "too_large", message: `The request is larger than ${said}` }, 413),
  });

/** The procedures, `/api/trpc/...`: at most 10 in a batch, each counted towards the caller's limit. */
export function trpcRoutes({ gate, edge, log }: { gate: Gate; edge: Edge; log: Log }): Hono<Requests> {
  const routes = new Hono<Requests>();
  const [limit, fileLimit] = [upTo(largestQuery, "256 KiB"), upTo(largestFile, "3 MiB")];
  // Asked alone: in a batch with others it is a request like any other.
  routes.use((c, next) => (takesFiles.has(c.req.path.split("/").at(-1) ?? "") ? fileLimit : limit)(c, next));
  routes.use("/*", async (c) => {
    const writes = c.req.method === "POST";
    if (writes) assertJson(c.req.header("content-type"));
    assertShallow(writes ? await c.req.raw.clone().text() : (c.req.query("input") ?? ""));
    const context = async (calls: number): Promise<Context> => {
      const { who, acting } = await asking(c, gate);
      await countCalls(c, { who, acting, calls }, { gate, log });
      const origin = edge.publicUrl ?? `http://${c.req.header("host") ?? "localhost"}`;
      return { gate, edge, who, acting, log, requestId: c.get("requestId"), origin };
    };
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: c.req.raw,
      router: appRouter,
      // As many as the library makes of the address, commas that were encoded too.
      createContext: ({ info }) => context(info.calls.length).catch(failedBefore(c.get("requestId"))),
      maxBatchSize: largestBatch,
      onError: ({ error, ctx }) => {
        // A procedure tells the log of its own faults.
        if (ctx === undefined && error.code === "INTERNAL_SERVER_ERROR")
          refusalOf(error.cause ?? error, { requestId: c.get("requestId"), path: c.req.path, log });
        if (error.cause instanceof Failure && error.cause.code === "too_many")
          c.header("retry-after", String(error.cause.details["retryAfter"] ?? 60));
      },
    });
    return c.newResponse(response.body, response);
  });
  return routes;
}

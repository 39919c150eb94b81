import { timingSafeEqual } from "node:crypto";
import { Failure } from "@termwise/core/kernel";
import { Hono } from "hono";
import type { Termwise } from "../termwise.ts";

/** What the command line of the same machine may ask of a server that holds the embedded store. */
export function localRoutes(termwise: Termwise): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    const token = termwise.db.lock?.token;
    const given = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (token === undefined || !same(given, token))
      throw new Failure("refused", "This needs the token of the data directory's lock file");
    return next();
  });
  /** `POST /api/local/rebuild`: throws derived state away and computes it afresh; answers with its size in bytes. */
  routes.post("/rebuild", async (c) => c.json(await termwise.rebuild()));
  return routes;
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

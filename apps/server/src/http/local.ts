import { Hono } from "hono";
import { openFor } from "../auth/allowed.ts";
import type { House } from "../house.ts";
import { addLocalSync } from "./local-sync.ts";
import type { Requests } from "./variables.ts";

/** What the command line of the same machine may ask of a server that holds the embedded store. */
export function localRoutes(house: House): Hono<Requests> {
  const routes = new Hono<Requests>();
  /** `POST /api/local/rebuild`: throws derived state away and computes it afresh; answers with its size in bytes. */
  routes.post("/rebuild", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "POST /api/local/rebuild", who, acting });
    return c.json(await termwise.rebuild(acting));
  });
  addLocalSync(routes, house);
  return routes;
}

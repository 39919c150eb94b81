import { Hono } from "hono";
import { openFor } from "../auth/allowed.ts";
import type { Gate } from "../auth/authenticate.ts";
import { makeBackup, tellBackup } from "../backup/make-backup.ts";
import type { Log } from "../log.ts";
import { fileStream } from "./file-stream.ts";
import { addLocalSync } from "./local-sync.ts";
import type { Requests } from "./variables.ts";

/** What the command line of the same machine may ask of a server that holds the embedded store. */
export function localRoutes({ house, edge }: Gate, log: Log): Hono<Requests> {
  const routes = new Hono<Requests>();
  /** `POST /api/local/rebuild`: throws derived state away and computes it afresh; answers with its size in bytes. */
  routes.post("/rebuild", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "POST /api/local/rebuild", who, acting });
    return c.json(await termwise.rebuild(acting));
  });
  addLocalSync(routes, house);
  /** `POST /api/local/backup`: the whole store as of one moment, as a backup file; told in every workspace's audit log. */
  routes.post("/backup", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    await openFor(house, { name: "POST /api/local/backup", who, acting });
    await tellBackup(house.db, acting);
    const backup = await makeBackup(house.db, { secrets: edge.secrets.believed, now: house.now() });
    const where = { requestId: c.get("requestId"), path: c.req.path, log };
    return c.body(fileStream(backup.pieces(), { where, end: backup.close }), 200, {
      "content-type": "application/gzip",
    });
  });
  return routes;
}

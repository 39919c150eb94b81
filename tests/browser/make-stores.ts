// Makes the data folders that the servers of the tests begin with, once for all of them: a new store takes a server ten
// seconds and more of work, a copy none.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { request } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { newStore, sharedStore } from "./new-stores.ts";
import { started } from "./own-server.ts";

async function make(empty: boolean): Promise<void> {
  const store = newStore(empty);
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  const { origin, stop } = await started(store, { empty });
  if (!empty) await measured(origin);
  await stop({ keep: true });
}

/** The health of the demo company is measured when somebody asks for it: here once, not again in every copy. */
async function measured(origin: string): Promise<void> {
  const context = await request.newContext({ baseURL: origin });
  await enterAs(context, "cs_manager", origin);
  // A question waits for a few seconds only, and answers with what is measured by then.
  for (const _ of [1, 2, 3]) await context.get(`${origin}/api/trpc/health.overview`);
  await context.dispose();
}

await Promise.all([make(true), make(false)]);
rmSync(sharedStore, { recursive: true, force: true });
cpSync(newStore(false), sharedStore, { recursive: true });

// What benches measure of the server from within. Nothing else imports it.
import { openGate } from "./auth/gate.ts";
import { actorOf } from "./auth/principal.ts";
import { openEdge } from "./edge/edge.ts";
import { readEnv } from "./env.ts";
import type { House } from "./house.ts";
import { createLog } from "./log.ts";
import { appRouter } from "./router.ts";

export { lastWeekOver, measureDue } from "./health/measure.ts";
export { settleHealth } from "./health/settle.ts";
export { openHouse } from "./house.ts";

/** The API of a house's oldest workspace, as whoever runs the command line asks it. */
export async function apiOf(house: House): Promise<ReturnType<typeof appRouter.createCaller>> {
  const log = createLog("silent");
  const edge = await openEdge(readEnv({}), log);
  const who = { kind: "operator", workspaceId: house.first } as const;
  const acting = { at: house.now(), actor: actorOf(who), requestId: "bench" };
  return appRouter.createCaller({
    ...{ gate: openGate({ house, edge, log }), edge, log, acting, requestId: "bench" },
    ...{ who, origin: "http://localhost" },
  });
}

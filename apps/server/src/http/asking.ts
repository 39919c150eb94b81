import type { Context } from "hono";
import type { Acting } from "../auth/acting.ts";
import { authenticate, type Gate } from "../auth/authenticate.ts";
import { limits, withinOrOpen } from "../auth/limits.ts";
import { actorOf, type Principal } from "../auth/principal.ts";
import type { Log } from "../log.ts";
import type { Requests } from "./variables.ts";

/** Who makes a request, found out anew, and what the audit log will say of it. A session is prolonged by being used. */
export async function asking(
  c: Context<Requests>,
  gate: Gate,
): Promise<{ who: Principal | null; acting: Acting }> {
  const who = await authenticate(gate, c.req.raw.headers, (cookie) =>
    c.header("set-cookie", cookie, { append: true }),
  );
  const { address } = c.get("client");
  const userAgent = c.req.header("user-agent")?.slice(0, 300) ?? null;
  return {
    who,
    acting: {
      at: gate.house.now(),
      actor: actorOf(who),
      requestId: c.get("requestId"),
      origin: { address, userAgent },
    },
  };
}

/** Counts calls towards what whoever makes them may ask in a minute; throws `too_many` beyond it. */
export async function countCalls(
  c: Context<Requests>,
  { who, acting, calls = 1 }: { who: Principal | null; acting: Acting; calls?: number },
  { gate, log }: { gate: Gate; log: Log },
): Promise<void> {
  const { kind, id } = acting.actor;
  const actor = who === null ? `nobody ${c.get("client").bucket}` : `${kind} ${id ?? ""}`;
  await withinOrOpen(gate.house.db, limits.api(actor, calls), acting.at, log);
}

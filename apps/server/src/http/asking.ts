import type { Context } from "hono";
import type { Acting } from "../auth/acting.ts";
import { authenticate, type Gate } from "../auth/authenticate.ts";
import { actorOf, type Principal } from "../auth/principal.ts";
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

import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { Edge } from "../edge/edge.ts";
import { isLoopback } from "../env.ts";
import { isForOtherSites } from "./event-addresses.ts";
import type { Requests } from "./variables.ts";

const unkept = { "cache-control": "no-store" };

/** The host part of `host:port`, brackets of IPv6 taken off. */
function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
}

/** What another site's form can send without asking; some browsers tell nothing of where it comes from. */
const formTypes = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/**
 * Answers under our own names only: a foreign `Host` means a name was pointed at us (DNS rebinding), a foreign `Origin`
 * or `Sec-Fetch-Site` on a change, or on data, means another site's page is asking. Health is told to whoever reaches the port, and events are taken from
 * any page that shows a key for them, never by a session.
 */
export function ownOrigin(edge: Edge): MiddlewareHandler<Requests> {
  const publicHost = edge.publicUrl === null ? null : new URL(edge.publicUrl).host;
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    const shows = /^Bearer /i.test(c.req.header("authorization") ?? "");
    // The command line of this machine finds the server under the address it is bound to. An address is no name that
    // was pointed at us, and what shows a token has no need of a session.
    const byAddress = shows && (isLoopback(hostOf(host)) || isIP(hostOf(host)) !== 0);
    const known = host === publicHost || byAddress || (edge.local && isLoopback(hostOf(host)));
    if (!known && c.req.path !== "/healthz" && c.req.path !== "/readyz")
      return c.json({ code: "refused", message: "This server does not answer under this name" }, 403, unkept);
    const changes = c.req.method !== "GET" && c.req.method !== "HEAD" && c.req.method !== "OPTIONS";
    // A link on another site may lead to a page here, or back from the identity provider, not to data or a file of it.
    const told = c.req.path.startsWith("/api/") && !c.req.path.startsWith("/api/auth/callback/");
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const own = host === publicHost ? edge.publicUrl : `http://${host}`;
    // A listed site may ask with a key of its own; a session never travels there.
    const listed =
      !c.req.path.startsWith("/api/auth/") && origin !== undefined && edge.corsOrigins.has(origin) && shows;
    const fromElsewhere = site !== undefined && site !== "same-origin" && site !== "none";
    const foreign =
      (changes && origin !== undefined && origin !== own) || ((changes || told) && fromElsewhere);
    if (isForOtherSites(c.req.path)) {
      c.set("fromElsewhere", foreign);
      return next();
    }
    // A form of another site cannot show a token, so what shows one may be a form.
    const byProgram = shows && c.req.path === "/api/v1/imports";
    if (changes && !byProgram && formTypes.test(c.req.header("content-type") ?? ""))
      return c.json({ code: "refused", message: "Forms are not taken. Send application/json" }, 403, unkept);
    if (foreign && !listed && c.req.method !== "OPTIONS")
      return c.json({ code: "refused", message: "This is for this server's own pages only" }, 403, unkept);
    return next();
  };
}

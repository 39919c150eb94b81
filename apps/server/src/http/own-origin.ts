import type { MiddlewareHandler } from "hono";
import { isLoopback } from "../env.ts";

/** The host part of `host:port`, brackets of IPv6 taken off. */
function hostOf(authority: string): string {
  return authority.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
}

/**
 * Answers only pages and programs of this machine: a foreign `Host` means a name was pointed at us (DNS rebinding), a
 * foreign `Origin` or `Sec-Fetch-Site` on a change means another site's page is asking.
 */
export const ownOrigin: MiddlewareHandler = async (c, next) => {
  const host = c.req.header("host") ?? "";
  if (!isLoopback(hostOf(host)))
    return c.json({ code: "refused", message: "This server answers to localhost only" }, 403);
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const foreign =
      (origin !== undefined && origin !== `http://${host}`) ||
      (site !== undefined && site !== "same-origin" && site !== "none");
    if (foreign)
      return c.json({ code: "refused", message: "Changes are taken from this server's own pages only" }, 403);
  }
  return next();
};

import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Edge } from "../edge/edge.ts";
import { isForOtherSites } from "./event-addresses.ts";

/** Security headers of every response. Scripts, styles and data come from this server alone. */
export function headers(edge: Edge): MiddlewareHandler {
  const own = secured(edge, "same-origin");
  // Pages of other sites send events: a browser must not hold back what became of them.
  const others = secured(edge, "cross-origin");
  return (c, next) => (isForOtherSites(c.req.path) ? others(c, next) : own(c, next));
}

const secured = (edge: Edge, resourcePolicy: "same-origin" | "cross-origin") =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: "no-referrer",
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: resourcePolicy,
    xFrameOptions: "DENY",
    // Plain HTTP on this machine: a browser must not be told to insist on HTTPS for localhost.
    strictTransportSecurity: edge.publicUrl?.startsWith("https://")
      ? "max-age=63072000; includeSubDomains"
      : false,
  });

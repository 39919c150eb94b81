import { secureHeaders } from "hono/secure-headers";
import type { Edge } from "../edge/edge.ts";

/** Security headers of every response. Scripts, styles and data come from this server alone. */
export const headers = (edge: Edge) =>
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
    crossOriginResourcePolicy: "same-origin",
    xFrameOptions: "DENY",
    // Plain HTTP on this machine: a browser must not be told to insist on HTTPS for localhost.
    strictTransportSecurity: edge.publicUrl?.startsWith("https://")
      ? "max-age=63072000; includeSubDomains"
      : false,
  });

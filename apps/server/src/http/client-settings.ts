import { type Context, Hono } from "hono";
import type { Edge } from "../edge/edge.ts";
import type { Requests } from "./variables.ts";

/** What a PostHog client in a page is told of everything it could do beside sending events: nothing of it is here. */
const nothingMore = {
  supportedCompression: ["gzip", "gzip-js", "base64"],
  sessionRecording: false,
  autocapture_opt_out: false,
  capturePerformance: false,
  autocaptureExceptions: false,
  heatmaps: false,
  surveys: false,
  siteApps: [],
  hasFeatureFlags: false,
  toolbarParams: {},
  isAuthenticated: false,
} as const;

const noFlags = {
  ...{ featureFlags: {}, featureFlagPayloads: {}, flags: {} },
  errorsWhileComputingFlags: false,
} as const;

/**
 * What clients in pages ask before they send: `GET /v1/projects/KEY/settings` for Segment's, `GET /array/KEY/config`,
 * `POST /flags` and `POST /decide` for PostHog's. The answers are the same for everybody; that a key works is told when
 * events are sent.
 */
export function clientSettingRoutes(edge: Edge) {
  const routes = new Hono<Requests>();
  const told = (c: Context<Requests>, what: object) => {
    c.header("cache-control", "no-store");
    return c.json(what);
  };
  routes.get("/v1/projects/:id/settings", (c) => {
    const { host, protocol } = new URL(edge.publicUrl ?? `http://${c.req.header("host")}`);
    const own = { apiKey: c.req.param("id"), apiHost: `${host}/v1`, protocol: protocol.slice(0, -1) };
    return told(c, {
      integrations: { "Segment.io": { ...own, addBundledMetadata: true, unbundledIntegrations: [] } },
      plan: { track: { __default: { enabled: true, integrations: {} } } },
      edgeFunction: {},
      enabledMiddleware: {},
      remotePlugins: [],
    });
  });
  routes.get("/array/:id/config", (c) => told(c, nothingMore));
  for (const path of ["/flags", "/decide"] as const) {
    routes.post(path, (c) => told(c, { ...nothingMore, ...noFlags }));
    routes.post(`${path}/`, (c) => told(c, { ...nothingMore, ...noFlags }));
  }
  return routes;
}

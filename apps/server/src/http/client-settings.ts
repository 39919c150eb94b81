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

/** The key in a script of ours is a key and nothing else. */
const keyShape = /^[\w-]{1,100}$/;

/** The same as a script that leaves it where PostHog's client looks for it. */
const asScript = (key: string): string =>
  `(window._POSTHOG_REMOTE_CONFIG ??= {})[${JSON.stringify(key)}] = ${JSON.stringify({ config: nothingMore, siteApps: [] })};\n`;

/**
 * What clients in pages ask before they send: `GET /v1/projects/KEY/settings` for Segment's, `GET /array/KEY/config.js`
 * and, where a page lets no script be loaded, `GET /array/KEY/config`, `POST /flags` and `POST /decide` for PostHog's. The answers are the same for everybody; that a key works is told when
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
      // Else it sends figures of its own doings, to an address that is not here.
      metrics: { sampleRate: 0 },
    });
  });
  routes.get("/array/:id/config", (c) => told(c, nothingMore));
  routes.get("/array/:id/config.js", (c) => {
    const key = c.req.param("id");
    if (!keyShape.test(key)) return c.notFound();
    c.header("cache-control", "no-store");
    return c.body(asScript(key), 200, { "content-type": "text/javascript; charset=utf-8" });
  });
  for (const path of ["/flags", "/decide"] as const) {
    routes.post(path, (c) => told(c, { ...nothingMore, ...noFlags }));
    routes.post(`${path}/`, (c) => told(c, { ...nothingMore, ...noFlags }));
  }
  return routes;
}

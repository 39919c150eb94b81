import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import type { Database } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { keyOf, type Target, target } from "../security/target.ts";
import { type EventSource, eventSource, type SendMore } from "./testing.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };
const event = { type: "track", messageId: "m", userId: "ada", event: "X" };

/** A store that can be away: whoever asks it then is told what the driver tells. */
function sometimesAway(db: Database): Database & { away: boolean } {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const store = { ...db, away: false };
  store.acquire = (patience) => (store.away ? Promise.reject(refused) : db.acquire(patience));
  return store;
}

describe("requests with events", () => {
  const on = testEngine("postgres");
  let server: Target;
  let source: EventSource;
  beforeAll(async () => {
    server = await target(await on.open());
    source = await eventSource(server);
  });
  const status = async (...of: Parameters<EventSource["send"]>) => (await source.send(...of)).status;

  it("I-6: are answered with 401 without a key that works, and with 403 for a key without the right", async () => {
    expect(await status("/v1/batch", { batch: [event] }, { key: null })).toBe(401);
    expect(await status("/v1/batch", { batch: [event] }, { key: "tw_of_nobody" })).toBe(401);
    const reader = await keyOf(server, source.workspaceId, source.admin.memberId, ["book_read"]);
    expect(await status("/v1/batch", { batch: [event] }, { key: reader.secret })).toBe(403);
  });

  it("show the key as user of Basic, as Bearer, and in the body as each client does", async () => {
    const key = source.secret;
    expect(await status("/v1/batch", { batch: [event] })).toBe(200);
    const bearer = { key: null, headers: { authorization: `Bearer ${key}` } };
    expect(await status("/v1/batch", { batch: [event] }, bearer)).toBe(200);
    expect(await status("/v1/batch", { batch: [event], writeKey: key }, { key: null })).toBe(200);
    const captured = { event: "opened", distinct_id: "ada", uuid: "u" };
    expect(await status("/batch/", { batch: [captured], api_key: key }, { key: null, gzip: true })).toBe(200);
    expect(await status("/capture/", { ...captured, api_key: key }, { key: null })).toBe(200);
    expect(await status("/i/v0/e/", { ...captured, token: key }, { key: null })).toBe(200);
  });

  it("may call themselves a form, as RudderStack's client and curl do", async () => {
    expect(await status("/v1/batch", { batch: [event] }, { headers: form, gzip: true })).toBe(200);
    expect(await status("/v1/track", event, { headers: form })).toBe(200);
  });

  it("may end their address with a slash, and name no packing", async () => {
    expect(await status("/v1/batch/", { batch: [event] })).toBe(200);
    expect(await status("/v1/track/", event)).toBe(200);
    expect(await status("/v1/batch", { batch: [event] }, { headers: { "content-encoding": "" } })).toBe(200);
  });

  it("bring one event at each of Segment's own addresses", async () => {
    for (const kind of ["track", "identify", "group", "page", "screen", "alias"])
      expect([kind, await status(`/v1/${kind}`, { ...event, messageId: kind, groupId: "M1" })]).toEqual([
        kind,
        200,
      ]);
  });

  it("come from pages of other sites by their key alone, as pages send them", async () => {
    const page = {
      origin: "https://shop.example",
      "sec-fetch-site": "cross-site",
      "content-type": "text/plain",
    };
    const own = await eventSource(server);
    const one = (uuid: string) => ({
      event: "opened",
      uuid,
      properties: { distinct_id: "ada", token: own.secret },
    });
    const sends = async (path: string, body: unknown, more: SendMore = {}) => {
      const { status: code, headers } = await own.send(path, body, { key: null, headers: page, ...more });
      return [
        code,
        headers.get("access-control-allow-origin"),
        headers.get("access-control-allow-credentials"),
      ];
    };
    const taken = [200, "*", null];
    expect(await sends("/v1/t", { ...event, writeKey: own.secret })).toEqual(taken);
    expect(await sends("/v1/b", { batch: [{ ...event, messageId: "m2" }], writeKey: own.secret })).toEqual(
      taken,
    );
    expect(await sends("/e/?ip=0&ver=1", one("u1"))).toEqual(taken);
    expect(await sends("/i/v0/e/", [one("u2"), one("u3")])).toEqual(taken);
    const packed = new Uint8Array(gzipSync(JSON.stringify([one("u4")])));
    expect(await sends("/e/?compression=gzip-js", null, { raw: packed })).toEqual(taken);
    expect(await sends("/e/", null, { raw: packed })).toEqual(taken);
    const base64 = encodeURIComponent(Buffer.from(JSON.stringify(one("u5"))).toString("base64"));
    const asForm = { headers: { ...page, ...form } };
    expect(await sends("/e/?compression=base64", null, { raw: `data=${base64}`, ...asForm })).toEqual(taken);
    expect(
      await sends("/capture/", null, {
        raw: `data=${encodeURIComponent(JSON.stringify(one("u6")))}`,
        ...asForm,
      }),
    ).toEqual(taken);
    expect(await own.counts()).toMatchObject({ received: 9, stored: 8, duplicate: 1, dead: 0 });
    const { headers: told } = await own.send(
      "/v1/t",
      { ...event, writeKey: own.secret },
      { key: null, headers: page },
    );
    expect(told.get("cross-origin-resource-policy")).toBe("cross-origin");
    const cookie = { headers: { ...page, ...own.admin.headers } };
    expect(await sends("/v1/t", event, cookie)).toEqual([401, "*", null]);
    const leave = await server.app.request("/v1/t", {
      method: "OPTIONS",
      headers: {
        host: "localhost:4700",
        origin: page.origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,x-retry-count",
      },
    });
    expect([leave.status, leave.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "authorization,x-retry-count",
    ]);
  });

  it("are the same event however often a page tries, though its client counts its tries in it", async () => {
    const own = await eventSource(server);
    const tried = (more: object) =>
      own.send("/v1/t", { ...event, _metadata: { bundled: ["Segment.io"], ...more } });
    await tried({});
    await tried({ retryCount: 2 });
    await tried({ retryCount: 3 });
    expect(await own.counts()).toMatchObject({ received: 3, stored: 1, duplicate: 2, differing: 0 });
  });

  it("are asked about before by clients in pages, which are told that there is nothing but events", async () => {
    const get = async (path: string) =>
      (await server.app.request(path, { headers: { host: "localhost:4700" } })).json();
    expect(await get("/v1/projects/tw_x/settings")).toMatchObject({
      integrations: { "Segment.io": { apiKey: "tw_x", apiHost: "localhost:4700/v1", protocol: "http" } },
      metrics: { sampleRate: 0 },
    });
    expect(await get("/array/tw_x/config")).toMatchObject({
      sessionRecording: false,
      hasFeatureFlags: false,
    });
    expect((await source.send("/flags/?v=2", {}, { key: null })).said).toMatchObject({ featureFlags: {} });
  });

  it("are asked about as a script by pages that let PostHog's client load some, from any site", async () => {
    const page = { origin: "https://product.example", "sec-fetch-site": "cross-site" };
    const get = (path: string) => server.app.request(path, { headers: { ...page, host: "localhost:4700" } });
    const script = await get("/array/tw_x/config.js");
    const headers = ["content-type", "access-control-allow-origin", "cross-origin-resource-policy"];
    expect(headers.map((name) => script.headers.get(name))).toEqual([
      ...["text/javascript; charset=utf-8", "*", "cross-origin"],
    ]);
    const window: { _POSTHOG_REMOTE_CONFIG?: Record<string, { config: object }> } = {};
    runInNewContext(await script.text(), { window });
    const json: unknown = await (await get("/array/tw_x/config")).json();
    expect({ ...window._POSTHOG_REMOTE_CONFIG?.["tw_x"]?.config }).toEqual(json);
    expect((await get(`/array/${encodeURIComponent('"]=alert(1)//')}/config.js`)).status).toBe(404);
  });

  it("I-6: are 400 for what can never be read, 415 for another type, and change nothing", async () => {
    const before = await source.counts();
    expect(await status("/v1/batch", null, { raw: "{" })).toBe(400);
    expect(await status("/v1/batch", null, { raw: new Uint8Array([34, 255, 34]) })).toBe(400);
    expect(await status("/v1/batch", { events: [] })).toBe(400);
    expect(await status("/v1/track", [event])).toBe(400);
    expect(await status("/v1/batch", null, { raw: "plain", headers: { "content-encoding": "gzip" } })).toBe(
      400,
    );
    expect(await status("/v1/batch", { batch: [] }, { headers: { "content-encoding": "br" } })).toBe(415);
    expect(await status("/v1/batch", { batch: [] }, { headers: { "content-type": "text/csv" } })).toBe(415);
    expect(
      await status("/v1/t", null, { raw: "data=e30", headers: { "content-type": "multipart/form-data" } }),
    ).toBe(415);
    expect(await status("/e/?compression=base64", null, { raw: "data=%7B%7D", headers: form })).toBe(400);
    expect(await source.counts()).toEqual(before);
  });

  it("I-6: are answered with 503 while the store is away or too much waits, and are taken once it is back", async () => {
    const store = sometimesAway(await on.open());
    const moody = await target(store);
    const own = await eventSource(moody);
    store.away = true;
    const refused = await own.send("/v1/batch", { batch: [event] });
    expect([refused.status, refused.headers.get("retry-after"), refused.said["success"]]).toEqual([
      503,
      "5",
      false,
    ]);
    expect((await own.send("/batch/", { batch: [{ event: "x", distinct_id: "a" }] })).status).toBe(503);
    store.away = false;
    expect((await own.send("/v1/batch", { batch: [event] })).said).toMatchObject({ stored: 1 });
  });

  it("I-8: are bounded as they travel, unpacked and in number, and are no fault of the whole where one nests too deep", async () => {
    const large = { batch: [{ ...event, properties: { text: "x".repeat(600_000) } }] };
    expect(await status("/v1/batch", large)).toBe(400);
    expect(await status("/v1/batch", large, { gzip: true })).toBe(400);
    expect(await status("/batch/", large)).toBe(413);
    const bomb = Buffer.alloc(20 * 1024 * 1024, "[");
    expect(await status("/v1/batch", null, { raw: new Uint8Array(bomb), gzip: true })).toBe(400);
    expect(await status("/v1/batch", { batch: Array.from({ length: 1_001 }, () => event) })).toBe(400);
    const deep = `{"batch":[{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}]}`;
    expect((await source.send("/v1/batch", null, { raw: deep })).said).toMatchObject({ dead: 1 });
    expect(await status("/v1/batch", null, { raw: "[".repeat(400_000) })).toBe(400);
  });
});

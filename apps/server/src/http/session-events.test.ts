import { connect } from "@termwise/db";
import { eachEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../auth/testing.ts";
import { createLog } from "../log.ts";
import { personIn } from "../security/target.ts";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { createApp } from "./app.ts";

const secret = "Kickoff was held and nobody complained";

/** Reads what a page is told, one event at a time; null once it is told no more. */
function listening(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? null : new TextDecoder().decode(value);
    },
    leave: () => reader.cancel(),
  };
}

const planIn = async (api: Opened["api"]) =>
  (await api.sessions.plan({ set: "sales_cs", title: "Most cited", terms: ["nrr"] })).id;

eachEngine((on) => {
  describe("pages that listen to a session", () => {
    let store: Opened;
    let ae: Opened["api"];
    const planned = () => planIn(ae);

    beforeAll(async () => {
      store = await opened(await on.open());
      ae = store.apiAs(await someoneAs(store.termwise, "ae"));
    });

    it("are told that something changed, and nothing of what, until they may read it no more", async () => {
      const id = await planned();
      const person = await personIn(store, store.termwise.workspaceId, { role: "csm" });
      const listen = (headers: Record<string, string> = person.headers, of: string = id) =>
        store.app.request(`/api/sessions/${of}/events`, { headers: { host: "localhost:4700", ...headers } });
      expect((await listen({})).status).toBe(401);
      expect((await listen(person.headers, "ent_nothing")).status).toBe(404);
      const response = await listen();
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      const page = listening(response);
      const first = await page.next();
      expect(first).toMatch(/^event: version\ndata: \S+\n\n$/);
      const next = page.next();
      await ae.sessions.answer({ id, term: "nrr", team: "sales", written: "yes", text: secret });
      expect(await next).toMatch(/^event: version\n/);
      expect(`${first}${await next}`).not.toContain(secret);

      const others = await Promise.all(Array.from({ length: 11 }, () => listen()));
      expect((await listen()).status).toBe(429);
      await Promise.all(others.map(({ body }) => body?.cancel()));
      const again = listening(await listen());
      expect(await again.next()).toMatch(/^event/);
      await again.leave();

      const last = page.next();
      await rowsOf(store, `delete from identity.session where id = '${person.sessionId}'`);
      await ae.sessions.note({ id, text: "Ask Finance" });
      expect(await last).toBeNull();
    });

    it("let a server stop without waiting for the pages that listen", async () => {
      const id = await planned();
      const stopping = new AbortController();
      const { gate, edge, operator } = store;
      const log = createLog("silent");
      const parts = { gate, edge, log, pages: "", draining: () => false, stopping: stopping.signal };
      const page = listening(
        await createApp(parts).request(`/api/sessions/${id}/events`, { headers: operator }),
      );
      expect(await page.next()).toMatch(/^event/);
      const last = page.next();
      stopping.abort();
      expect(await last).toBeNull();
    });
  });
});

describe("two servers on one database", () => {
  it("tell pages of what the other was told, within a few seconds", async () => {
    const place = await testEngine("postgres").migratedPlace();
    const [one, other] = [await connect(place), await connect(place)];
    const [here, there] = [await opened(one), await opened(other)];
    const id = await planIn(here.api);
    const page = listening(
      await there.app.request(`/api/sessions/${id}/events`, { headers: there.operator }),
    );
    const first = await page.next();
    await here.api.sessions.note({ id, text: "Ask Finance" });
    const second = await page.next();
    expect(second).toMatch(/^event: version\n/);
    expect(second).not.toBe(first);
    await page.leave();
    await Promise.all([one.close(), other.close()]);
  });
});

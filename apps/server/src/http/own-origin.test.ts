import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { localEdge } from "../testing.ts";
import { ownOrigin } from "./own-origin.ts";

const served = (edge: typeof localEdge) => {
  const app = new Hono();
  app.use(ownOrigin(edge));
  app.all("/api/thing", (c) => c.text("told"));
  return async (headers: Record<string, string>, method = "GET") =>
    (await app.request("/api/thing", { method, headers })).status;
};

describe("the names a server answers under", () => {
  const here = served(localEdge);
  const behindProxy = served({
    ...localEdge,
    local: false,
    publicUrl: "https://termwise.example.com",
    corsOrigins: new Set(["https://reports.example.com"]),
  });
  const token = { authorization: "Bearer of-whoever" };

  it("are this machine's while it serves nobody else, and its public one once it does", async () => {
    expect(await here({ host: "localhost:4700" })).toBe(200);
    expect(await here({ host: "termwise.example.com" })).toBe(403);
    expect(await behindProxy({ host: "termwise.example.com" })).toBe(200);
    expect(await behindProxy({ host: "localhost:4700" })).toBe(403);
  });

  it("are never one that was pointed at it, whatever is shown", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", "termwise.example.com.evil.example", ""]) {
      expect([host, await here({ host, ...token })]).toEqual([host, 403]);
      expect([host, await behindProxy({ host, ...token })]).toEqual([host, 403]);
    }
  });

  it("are the bare address too for who shows a token: the command line finds the server there", async () => {
    for (const host of ["127.0.0.1:4700", "localhost:4700", "[::1]:4700", "0.0.0.0:4700", "10.0.0.5:4700"])
      expect([host, await behindProxy({ host, ...token }, "POST")]).toEqual([host, 200]);
    expect(await behindProxy({ host: "10.0.0.5:4700" })).toBe(403);
  });

  it("take changes from their own pages, and with a key from the sites that are listed", async () => {
    const host = "termwise.example.com";
    const post = (headers: Record<string, string>) => behindProxy({ host, ...headers }, "POST");
    expect(await post({ origin: "https://termwise.example.com", "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await post({ origin: "https://evil.example", ...token })).toBe(403);
    expect(await post({ "sec-fetch-site": "same-site" })).toBe(403);
    expect(await post({ origin: "https://reports.example.com" })).toBe(403);
    expect(await post({ origin: "https://reports.example.com", ...token })).toBe(200);
  });
});

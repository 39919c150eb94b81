import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { opened } from "../testing.ts";
import { createApp } from "./app.ts";

const on = testEngine("embedded");

describe("pages, asked for byte by byte (SEC-20)", () => {
  let server: ServerType;
  let port = 0;
  beforeAll(async () => {
    const { gate, edge } = await opened(await on.open());
    const around = mkdtempSync(join(tmpdir(), "termwise-pages-"));
    const pages = join(around, "dist");
    mkdirSync(join(pages, "assets"), { recursive: true });
    writeFileSync(join(around, "secret"), "canary");
    writeFileSync(join(pages, "index.html"), "<!doctype html>the app");
    writeFileSync(join(pages, "assets/a.js"), "1");
    const log = createLog("silent");
    const app = createApp({ gate, edge, log, pages, draining: () => false });
    server = await new Promise<ServerType>((resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  /** All a server says to some bytes until it is done. */
  const said = (lines: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(lines.join("\r\n")));
      socket.on("data", (part) => {
        text += part;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(text));
    });

  it("lead to no folder's list and to no file but the pages", async () => {
    const get = (path: string) =>
      said([`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", "", ""]);
    expect(await get("/assets/a.js")).toMatch(/^HTTP\/1\.1 200 OK.*\r\n1$/s);
    for (const path of [
      "/assets/",
      "/../secret",
      "/assets/../../secret",
      "/..%2fsecret",
      "/%2e%2e/secret",
      "/..\\secret",
      "//secret",
      "/.git/config",
    ]) {
      const answer = await get(path);
      expect([path, /canary|a\.js/.test(answer)]).toEqual([path, false]);
      expect([path, answer]).toEqual([path, expect.stringMatching(/the app|^HTTP\/1\.1 40[034] /)]);
    }
    for (const path of ["/assets/none.js", "/.git/config", "/.env"])
      expect(await get(path)).toMatch(/^HTTP\/1\.1 404 /);
    expect(await get("/accounts/acc_1.5")).toMatch(/the app/);
  });
});

import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventBody } from "./event-body.ts";

const kb = (many: number) => "x".repeat(many * 1024);

describe("bodies of requests with events, on a connection that is kept", () => {
  let server: ServerType;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  beforeAll(async () => {
    const app = new Hono();
    app.post("/", async (c) => c.json((await eventBody(c)).length));
    app.onError((_, c) => c.json("too large", 400));
    await new Promise<void>((ready) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => ready());
    });
  });
  afterAll(async () => {
    agent.destroy();
    await new Promise((closed) => server.close(closed));
  });

  const post = (body: string, headers: Record<string, string>) =>
    new Promise<{ said: string; connection: string | undefined; reused: boolean }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const asked = request({ host: "127.0.0.1", port, method: "POST", agent, headers }, (answer) => {
        let said = "";
        answer.on("data", (part: Buffer) => (said += part));
        answer.on("end", () => {
          resolve({ said, connection: answer.headers.connection, reused: asked.reusedSocket });
        });
      });
      asked.on("error", reject).end(body);
    });
  const whole = (body: string) => post(body, { "content-length": String(body.length) });
  const inParts = (body: string) => post(body, { "transfer-encoding": "chunked" });

  it("I-8: are heard out where they are too large, and the next request comes through", async () => {
    const answers = [];
    for (const sends of [whole, inParts])
      for (const size of [500, 501, 8_000, 0, 1]) answers.push(await sends(kb(size)));
    const said = ["512000", '"too large"', '"too large"', "0", "1024"];
    expect(answers.map((answer) => answer.said)).toEqual([...said, ...said]);
    expect(answers.slice(1).every(({ reused }) => reused)).toBe(true);
  });

  it("I-8: end the connection with the answer where they are far too large, and it says so", async () => {
    const far = await post("", { "content-length": String(9_000 * 1024) });
    expect(far).toMatchObject({ said: '"too large"', connection: "close" });
    const next = await whole(kb(1));
    expect(next.said).toBe("1024");
  });
});

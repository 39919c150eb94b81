import { once } from "node:events";
import { type AddressInfo, connect as connectTo } from "node:net";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { listen } from "../http/listen.ts";
import { target } from "./target.ts";

const on = testEngine("postgres");

it("500 clients that send a byte now and then are let go in time, and nobody else waits for them (SEC-20)", async () => {
  const server = await target(await on.open());
  const http = await listen(server.app.fetch, server.edge, { host: "127.0.0.1", port: 0 });
  const { port } = http.address() as AddressInfo;
  let open = 0;
  const slow = Array.from({ length: 500 }, async (_, n) => {
    const socket = connectTo(port, "127.0.0.1");
    socket.on("error", () => {});
    await once(socket, "connect");
    open += 1;
    socket.resume().write(`GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX-${n}: `);
    const dripping = setInterval(() => socket.write("x"), 2_000);
    await once(socket, "close");
    clearInterval(dripping);
    open -= 1;
  });
  while (open < 500) await new Promise((resolve) => setTimeout(resolve, 20));
  const statuses = new Set<number>();
  while (open > 0) {
    const response = await fetch(`http://127.0.0.1:${port}/api/trpc/session.get`);
    await response.arrayBuffer();
    statuses.add(response.status);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.all(slow);
  expect([...statuses].filter((status) => status !== 200 && status !== 429)).toEqual([]);
  await new Promise((resolve) => http.close(resolve));
});

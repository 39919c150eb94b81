import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import { breachCheck } from "./breached-passwords.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server in the form of the service, a check that asks it, what it was asked, and what was logged. */
async function service(answer: RequestListener) {
  const asked: string[] = [];
  const logged: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${JSON.stringify(request.headers)}`);
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  return { asked, logged, check: breachCheck(`http://127.0.0.1:${port}/range`, log) };
}

const digest = createHash("sha1").update("tidal kelp orbit").digest("hex").toUpperCase();
const suffix = digest.slice(5);

it("a password in the answer is known from a leak; only five digits of its digest leave the server", async () => {
  const { asked, check, logged } = await service((_, response) =>
    response.end(`0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n${suffix}:12\r\n`),
  );
  expect(await check("tidal kelp orbit")).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(`/range/${digest.slice(0, 5)} `);
  expect(asked[0]).toContain('"add-padding":"true"');
  expect(asked[0]).not.toContain(suffix.slice(0, 8));
  expect(logged).toEqual([]);
});

it("one that is not in it, or only as padding, is not", async () => {
  const { check } = await service((_, response) => response.end(`${"0".repeat(35)}:9\r\n${suffix}:0\r\n`));
  expect(await check("tidal kelp orbit")).toBe(false);
});

it.each<[string, RequestListener]>([
  ["fails", (_, response) => response.writeHead(500).end(`${suffix}:12`)],
  ["leads inside", (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end()],
  ["answers without end", (_, response) => void response.end("0".repeat(1_100_000))],
  ["never answers", () => {}],
])("when the service %s, the password passes and a line is logged without it", async (_, answer) => {
  const { check, logged } = await service(answer);
  expect(await check("tidal kelp orbit")).toBe(false);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("did not answer");
  expect(logged[0]).not.toContain("tidal");
  expect(logged[0]).not.toContain(suffix);
});

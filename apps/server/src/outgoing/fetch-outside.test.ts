import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { fetchOutside } from "./fetch-outside.ts";
import { pinnedTo } from "./one-request.ts";
import type { Resolve } from "./resolve-host.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on loopback, and what it was asked. */
async function serve(answer: RequestListener, host = "127.0.0.1", port = 0) {
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const at = server.address() as AddressInfo;
  return { asked, port: at.port, url: `http://${host}:${at.port}` };
}

/** A resolver that gives one answer after the other, and says how often it was asked. */
function answers(...turns: string[][]) {
  const state = { asked: 0 };
  const resolve: Resolve = async () =>
    (turns[state.asked++ % turns.length] ?? []).map((address) => ({
      address,
      family: address.includes(":") ? 6 : 4,
    }));
  return { state, resolve };
}

const refused = { code: "refused" };

describe("what must not be reached", () => {
  it.each([
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://0/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[fe80::1]/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/",
    "https://１２７.０.０.１/",
    "https://224.0.0.1/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "data:text/plain,hello",
    "javascript:alert(1)",
    "gopher://127.0.0.1:70/",
    "//127.0.0.1/",
    "",
    "no address",
  ])("%j is refused", async (address) => {
    await expect(fetchOutside(address)).rejects.toMatchObject(refused);
  });

  it("a public host is refused by http, at another port, and with a password in the address", async () => {
    const { resolve } = answers(["8.8.8.8"]);
    for (const address of ["http://a.example/", "https://a.example:6379/", "https://u:p@a.example/"])
      await expect(fetchOutside(address, { resolve, loopback: true })).rejects.toMatchObject(refused);
  });

  it("a host is refused when only one of its addresses is inside", async () => {
    for (const turn of [["8.8.8.8", "10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["2606:4700::1", "fe80::1"], []])
      await expect(
        fetchOutside("https://a.example/", { resolve: answers(turn).resolve, loopback: true }),
      ).rejects.toMatchObject(refused);
  });

  it("the refusal does not tell what the host leads to", async () => {
    const { resolve } = answers(["10.11.12.13"]);
    const failure = await fetchOutside("https://a.example/", { resolve }).catch((error: Error) => error);
    expect(failure).toMatchObject(refused);
    expect(inspect(failure)).not.toContain("10.11.12.13");
  });
});

describe("a name that leads elsewhere the second time it is asked", () => {
  it("is asked once, and the connection goes to what was checked", async () => {
    const wanted = await serve((_, response) => response.end("wanted"));
    const other = await serve((_, response) => response.end("other"), "127.0.0.2", wanted.port);
    const { state, resolve } = answers(["127.0.0.1"], ["127.0.0.2"]);
    const answer = await fetchOutside(`http://a.example:${wanted.port}/`, { loopback: true, resolve });
    expect(answer.body.toString()).toBe("wanted");
    expect(state.asked).toBe(1);
    expect(other.asked).toEqual([]);
    expect(wanted.asked[0]?.headers["host"]).toBe(`a.example:${wanted.port}`);
  });

  it("is checked anew when a redirect leads to it again", async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    const { state, resolve } = answers(["127.0.0.1"], ["10.0.0.1"]);
    await expect(
      fetchOutside(`http://a.example:${server.port}/`, { loopback: true, resolve }),
    ).rejects.toMatchObject(refused);
    expect(state.asked).toBe(2);
    expect(server.asked.map(({ url }) => url)).toEqual(["/"]);
  });

  it("leads a socket that asks again to the same machine, however it asks", () => {
    const lookup = pinnedTo([{ address: "8.8.8.8", family: 4 }]);
    const given: unknown[] = [];
    lookup("a.example", { all: true }, (_, found) => given.push(found));
    lookup("a.example", {}, (_, found, family) => given.push(found, family));
    expect(given).toEqual([[{ address: "8.8.8.8", family: 4 }], "8.8.8.8", 4]);
  });
});

describe("redirects", () => {
  it("are followed three times and not a fourth", async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` });
      response.end("here");
    });
    expect((await fetchOutside(`${server.url}/3`, { loopback: true })).body.toString()).toBe("here");
    await expect(fetchOutside(`${server.url}/4`, { loopback: true })).rejects.toMatchObject(refused);
  });

  it("do not take a secret to another host", async () => {
    const other = await serve((_, response) => response.end("other"), "127.0.0.2");
    const server = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const headers = { Authorization: "Bearer planted", "X-Key": "planted", Accept: "text/plain" };
    await fetchOutside(server.url, { loopback: true, headers });
    expect(JSON.stringify(server.asked)).toContain("planted");
    expect(JSON.stringify(other.asked)).not.toContain("planted");
    expect(other.asked[0]?.headers["accept"]).toBe("text/plain");
  });

  it.each(["file:///etc/passwd", "https://169.254.169.254/", "http://[fe80::1]/", "http://"])(
    "to %s are refused",
    async (location) => {
      const server = await serve((_, response) => response.writeHead(302, { location }).end());
      await expect(fetchOutside(server.url, { loopback: true })).rejects.toMatchObject(refused);
    },
  );

  it("are not followed with what was posted", async () => {
    const server = await serve((_, response) => response.writeHead(307, { location: "/again" }).end());
    await expect(
      fetchOutside(server.url, { loopback: true, method: "POST", body: "x" }),
    ).rejects.toMatchObject(refused);
    expect(server.asked).toHaveLength(1);
  });
});

describe("limits", () => {
  it("an answer beyond the size is given up, however its length was announced", async () => {
    const server = await serve((request, response) => {
      if (request.url === "/told") response.setHeader("content-length", 2000);
      response.write("x".repeat(1000));
      response.end("x".repeat(1000));
    });
    for (const path of ["/told", "/untold"])
      await expect(fetchOutside(server.url + path, { loopback: true, maxBytes: 1999 })).rejects.toMatchObject(
        {
          code: "too_large",
        },
      );
    expect((await fetchOutside(server.url, { loopback: true, maxBytes: 2000 })).body).toHaveLength(2000);
  });

  it.each(["never answers", "stops in the middle", "cannot be resolved"])(
    "a host that %s is given up",
    async (how) => {
      const server = await serve((_, response) => {
        if (how === "stops in the middle") response.write("half");
      });
      const resolve: Resolve =
        how === "cannot be resolved" ? () => new Promise(() => {}) : answers(["127.0.0.1"]).resolve;
      await expect(
        fetchOutside(`http://a.example:${server.port}/`, { loopback: true, timeoutMs: 100, resolve }),
      ).rejects.toMatchObject({ code: "unavailable", message: "The address did not answer in time" });
    },
  );

  it("a port where nobody listens, and an answer cut off, are an address that cannot be reached", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("half");
      setImmediate(() => response.destroy());
    });
    const free = await serve(() => {});
    open.pop()?.close();
    for (const url of [server.url, free.url])
      await expect(fetchOutside(url, { loopback: true })).rejects.toMatchObject({
        code: "unavailable",
        message: "The address cannot be reached",
      });
  });

  it("a host whose certificate nobody vouches for is not spoken to", async () => {
    const server = new SMTPServer({ secure: true, logger: false });
    server.on("error", () => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    await expect(fetchOutside(`https://127.0.0.1:${port}/`, { loopback: true })).rejects.toMatchObject({
      code: "unavailable",
      cause: { code: expect.stringMatching(/CERT|SELF_SIGNED|ALTNAME/) },
    });
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});

it("what is asked arrives: method, headers, body, and the answer with its status comes back", async () => {
  const server = await serve((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => response.writeHead(418, { "x-told": "yes" }).end(`${request.method} ${body}`));
  });
  const answer = await fetchOutside(server.url, {
    loopback: true,
    method: "POST",
    headers: { "x-a": "b" },
    body: "c",
  });
  expect([answer.status, answer.headers["x-told"], answer.body.toString()]).toEqual([418, "yes", "POST c"]);
  expect(server.asked[0]?.headers).toMatchObject({ "x-a": "b", "accept-encoding": "identity" });
});

import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy on 127.0.0.1 in front of a database, for the faults a network has. */
export interface Proxy {
  /** The database's URL with the proxy in place of its host and port. */
  url: string;
  /** Cuts every connection, as a broken network does. */
  cut(): void;
  /** Lets nothing through, in either direction, for that long. */
  stall(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("data", (chunk) => other.write(chunk));
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      if (stalled) socket.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = typeof address === "object" && address ? String(address.port) : "";
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    cut,
    stall: async (milliseconds) => {
      stalled = true;
      for (const socket of sockets) socket.pause();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      stalled = false;
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

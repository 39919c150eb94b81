import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy on 127.0.0.1 in front of a database, for the faults a network has. */
export interface Proxy {
  /** The database's URL with the proxy in place of its host and port. */
  url: string;
  /** Cuts every connection, as a broken network does. */
  cut(): void;
  /** Cuts each connection after so many more bytes of its answers: in the middle of one. */
  cutAfter(bytes: number): void;
  /** The database's side of every connection goes, and ours is not told: what is asked on it is never answered. */
  halfOpen(): void;
  /** Holds every answer back for so many milliseconds from now on; 0: no longer. */
  delay(milliseconds: number): void;
  /** Lets nothing through, in either direction, for that long. */
  stall(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** Bytes of answers until it is cut. */
  left: number;
  deaf: boolean;
}

/** Opens a proxy in front of the database of a URL. */
export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  let [stalled, delayed] = [false, 0];
  const end = (pair: Pair) => {
    pairs.delete(pair);
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  };
  const answer = (pair: Pair, chunk: Buffer) => {
    if (pair.left >= chunk.length) pair.near.write(chunk);
    else {
      // What was sent arrives; then comes nothing more.
      pair.near.write(chunk.subarray(0, pair.left), () => end(pair));
      pair.left = 0;
      return;
    }
    pair.left -= chunk.length;
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair: Pair = { near, far, left: Number.POSITIVE_INFINITY, deaf: false };
    pairs.add(pair);
    near.on("data", (chunk) => {
      if (!pair.deaf) far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (delayed === 0) answer(pair, chunk);
      else setTimeout(() => answer(pair, chunk), delayed);
    });
    near.on("error", () => far.destroy());
    near.on("close", () => {
      pairs.delete(pair);
      far.destroy();
    });
    far.on("error", () => {
      if (!pair.deaf) near.destroy();
    });
    far.on("close", () => {
      if (!pair.deaf) near.destroy();
    });
    if (stalled) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = typeof address === "object" && address ? String(address.port) : "";
  const cut = () => {
    for (const pair of [...pairs]) end(pair);
  };
  return {
    url: url.href,
    cut,
    cutAfter: (bytes) => {
      for (const pair of pairs) pair.left = bytes;
    },
    halfOpen: () => {
      for (const pair of pairs) {
        pair.deaf = true;
        pair.far.destroy();
      }
    },
    delay: (milliseconds) => {
      delayed = milliseconds;
    },
    stall: async (milliseconds) => {
      stalled = true;
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.pause();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      stalled = false;
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.resume();
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

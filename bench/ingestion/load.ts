import { Agent, request } from "node:http";

/** How a load went: how many requests it had, how long it took from the first request to the last answer, and how long each answer took. */
export interface Load {
  readonly requests: number;
  readonly ms: number;
  /** Milliseconds that 99 of 100 answers came within. */
  readonly p99: number;
  readonly refused: number;
}

/** Sends requests over so many connections, each connection its next as soon as it has its answer. */
export async function sendAll(address: string, bodies: Iterable<Buffer>, connections = 16): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const left = bodies[Symbol.iterator]();
  let refused = 0;
  const started = performance.now();
  const sender = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const began = performance.now();
      const status = await post(agent, `${address}/v1/batch`, next.value);
      took.push(performance.now() - began);
      if (status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const ms = performance.now() - started;
  agent.destroy();
  took.sort((a, b) => a - b);
  return { requests: took.length, ms, p99: took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN, refused };
}

/** The status a body is answered with; 0: the connection broke. */
export function post(agent: Agent, url: string, body: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        agent,
        method: "POST",
        headers: { "content-type": "application/json", "content-length": body.length },
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once("error", () => resolve(0));
    sent.end(body);
  });
}

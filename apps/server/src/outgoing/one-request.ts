import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { Failure } from "@termwise/core/kernel";
import type { CheckedUrl } from "./checked-url.ts";

/** What is asked of one address. */
export interface Asked {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** What one address answered, redirects included. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** Sends one request to the addresses that were checked, and to no other whatever the name leads to by now. */
export function askOnce({ url, addresses }: CheckedUrl, asked: Asked): Promise<Answer> {
  const send = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: asked.method,
      headers: { "accept-encoding": "identity", ...asked.headers },
      lookup: pinnedTo(addresses),
      // A connection of its own: a kept one could lead to an address that was checked for another request.
      agent: false,
      signal: asked.signal,
    });
    request.on("error", (error) => reject(asked.signal.aborted ? outOfTime() : unreachable(error)));
    request.on("response", (response) => {
      bodyOf(response, asked.maxBytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        (error) => {
          request.destroy();
          reject(error instanceof Failure ? error : asked.signal.aborted ? outOfTime() : unreachable(error));
        },
      );
    });
    request.end(asked.body);
  });
}

/** A name lookup that always answers what was checked, in both shapes that sockets ask for. */
export function pinnedTo(addresses: CheckedUrl["addresses"]): LookupFunction {
  return (_host, options, callback) => {
    const all = addresses.map(({ address, family }) => ({ address, family }));
    const [first] = all;
    if (options.all) callback(null, all);
    else if (first) callback(null, first.address, first.family);
    else callback(new Error("no address was checked"), "");
  };
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    if (!Buffer.isBuffer(part)) throw new Failure("unavailable", "The answer cannot be read");
    size += part.length;
    if (size > maxBytes) throw new Failure("too_large", `The answer is longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The one failure for an address that did not answer in time. */
export const outOfTime = () => new Failure("unavailable", "The address did not answer in time");

/** What exactly went wrong is for the log: told to a stranger it would tell what listens where. */
function unreachable(cause: unknown): Failure {
  const failure = new Failure("unavailable", "The address cannot be reached");
  failure.cause = cause;
  return failure;
}

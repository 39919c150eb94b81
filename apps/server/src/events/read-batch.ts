import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Failure } from "@termwise/core/kernel";
import { type Dialect, objectOf, type SentBatch, textOf } from "./event.ts";
import { exactNumbers } from "./exact-numbers.ts";

/** What a request may hold at most, as it travels and unpacked. */
export const batchLimits = { bytes: 500 * 1024, events: 1_000 } as const;

/** A request with events, read but not believed yet. `key` is the one in the body, where clients put it there. */
export interface ReadRequest extends SentBatch {
  readonly key: string | null;
}

const unpack = promisify(gunzip);
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Unpacks a body that came as gzip; throws `too_large` as soon as it is larger than a batch may be. */
export async function unpacked(body: Uint8Array, encoding: string | null): Promise<Uint8Array> {
  // What is packed shows it, also where a proxy or a page leaves out to say so.
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (!isGzip && (encoding === null || encoding === "identity")) return body;
  if (!isGzip && encoding !== "gzip" && encoding !== "gzip-js")
    throw new Failure("bad_input", "Content-Encoding is gzip or nothing", { unsupported: true });
  try {
    return await unpack(body, { maxOutputLength: batchLimits.bytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw new Failure("bad_input", "The body is no gzip, though its Content-Encoding says so");
  }
}

/** Refuses what is larger than a batch may be. */
export const tooLarge = () =>
  new Failure("too_large", "A request has 500 KB at most, unpacked too. Send smaller batches");

/**
 * Reads the events of a request. `single` is the kind of the one event that Segment's addresses for single events take.
 * Throws `bad_input` for what is no JSON, has another shape or holds too many events; how an event is built is looked at
 * event by event.
 */
export function readRequest(body: Uint8Array, dialect: Dialect, single: string | null): ReadRequest {
  const text = textIn(body);
  const sent = parsed(text);
  const outer = objectOf(sent);
  const events = eventsIn(sent, dialect, single);
  if (events.length > batchLimits.events)
    throw new Failure("bad_input", `A batch has ${batchLimits.events} events at most`);
  return {
    dialect,
    events,
    sentAt: textOf(outer["sentAt"]) ?? textOf(outer["sent_at"]),
    key: keyIn(outer) ?? (Array.isArray(sent) ? keyIn(objectOf(sent[0])) : null),
  };
}

function textIn(body: Uint8Array): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new Failure("bad_input", "The body is no UTF-8 text");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(exactNumbers(text));
  } catch {
    throw new Failure("bad_input", "The body is no JSON");
  }
}

function eventsIn(sent: unknown, dialect: Dialect, single: string | null): unknown[] {
  if (single !== null) {
    if (typeof sent !== "object" || sent === null || Array.isArray(sent))
      throw new Failure("bad_input", "The body is one event, an object");
    // What is about the request is no part of the event.
    const { writeKey: _, sentAt: __, ...event } = sent as Record<string, unknown>;
    return [{ ...event, type: single }];
  }
  if (Array.isArray(sent)) return sent;
  const { batch } = objectOf(sent);
  if (Array.isArray(batch)) return batch;
  if (dialect === "posthog" && "event" in objectOf(sent)) {
    const { api_key: _, token: __, sent_at: ___, ...event } = objectOf(sent);
    return [event];
  }
  throw new Failure("bad_input", "The body has its events in a list `batch`");
}

const keyIn = (outer: Readonly<Record<string, unknown>>): string | null =>
  textOf(outer["writeKey"]) ??
  textOf(outer["api_key"]) ??
  textOf(outer["token"]) ??
  textOf(objectOf(outer["properties"])["token"]);

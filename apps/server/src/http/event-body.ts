import type { Context } from "hono";
import { batchLimits, tooLarge } from "../events/read-batch.ts";

/**
 * How much of a body that is too large is still read, and thrown away: its client then hears what is wrong, and goes on
 * with the same connection. Beyond that the connection ends with the answer, and says so.
 */
const heardOut = 16 * batchLimits.bytes;

/** The body of a request with events as it came; throws `too_large` for one larger than a batch may be. */
export async function eventBody(c: Context): Promise<Uint8Array> {
  const isChunked = c.req.header("transfer-encoding") !== undefined;
  const length = Number((!isChunked && c.req.header("content-length")) || Number.NaN);
  if (length <= batchLimits.bytes) return new Uint8Array(await c.req.arrayBuffer());
  const reader = length > heardOut ? undefined : c.req.raw.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = length > heardOut ? length : 0;
  while (reader && size <= heardOut) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= batchLimits.bytes) parts.push(value);
  }
  if (size <= batchLimits.bytes) return new Uint8Array(Buffer.concat(parts));
  if (size > heardOut) c.header("connection", "close");
  throw tooLarge();
}

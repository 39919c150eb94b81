import { refusalOf, type Where } from "./failures.ts";

/**
 * The pieces of a file as the body of an answer, each made when the reader has room for it. Once it has begun, an error
 * can only cut it off: it is logged whole, and the reader is told nothing of it, since what serves the body would tell
 * its message. `end` runs when all is read, when it is cut off and when the reader goes away.
 */
export function fileStream(
  pieces: AsyncGenerator<Uint8Array>,
  { where, end = async () => {} }: { where: Where; end?: () => Promise<void> },
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      try {
        const { done, value } = await pieces.next();
        if (!done) return out.enqueue(value);
        await end();
        out.close();
      } catch (error) {
        await end().catch(() => {});
        const { message, requestId } = refusalOf(error, where).body;
        out.error(new Error(`${message} (${requestId})`));
      }
    },
    cancel: end,
  });
}
